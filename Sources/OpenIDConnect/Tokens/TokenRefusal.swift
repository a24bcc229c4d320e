/// A refusal of a token endpoint (RFC 6749 section 5.2).
struct TokenRefusal: Decodable {
  let error: String
  let description: String?

  private enum CodingKeys: String, CodingKey {
    case error
    case description = "error_description"
  }
}
