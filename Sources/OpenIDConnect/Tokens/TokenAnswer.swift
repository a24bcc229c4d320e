/// The answer of a token endpoint (RFC 6749 section 5.1).
struct TokenAnswer: Decodable {
  let accessToken: String
  let tokenType: String
  let expiresIn: Double?
  let refreshToken: String?
  let idToken: String?
  let scope: String?

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case tokenType = "token_type"
    case expiresIn = "expires_in"
    case refreshToken = "refresh_token"
    case idToken = "id_token"
    case scope
  }
}
