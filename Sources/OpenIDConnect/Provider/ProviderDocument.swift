/// The discovery document (OpenID Connect Discovery 3), as far as it matters here.
struct ProviderDocument: Decodable {
  let issuer: String
  let authorizationEndpoint: String
  let tokenEndpoint: String
  let keys: String
  let userInfoEndpoint: String?
  let endSessionEndpoint: String?
  let scopes: [String]?
  let responseTypes: [String]?
  let challengeMethods: [String]?
  let clientAuthentication: [String]?
  let signingAlgorithms: [String]?
  let namesIssuer: Bool?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorizationEndpoint = "authorization_endpoint"
    case tokenEndpoint = "token_endpoint"
    case keys = "jwks_uri"
    case userInfoEndpoint = "userinfo_endpoint"
    case endSessionEndpoint = "end_session_endpoint"
    case scopes = "scopes_supported"
    case responseTypes = "response_types_supported"
    case challengeMethods = "code_challenge_methods_supported"
    case clientAuthentication = "token_endpoint_auth_methods_supported"
    case signingAlgorithms = "id_token_signing_alg_values_supported"
    case namesIssuer = "authorization_response_iss_parameter_supported"
  }
}
