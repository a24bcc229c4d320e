/// An algorithm with which a provider signs ID tokens (RFC 7518 section 3.1): those with a key that everybody may know.
///
/// There is no `none`, and no `HS256` with its kin: where the provider's public key is taken for a shared secret, anybody
/// can sign.
public enum SigningAlgorithm: String, Sendable, Hashable, CaseIterable {
  /// RSA, PKCS #1 v1.5, SHA-256: the default of OpenID Connect and of LemonLDAP::NG.
  case rs256 = "RS256"
  /// RSA, PKCS #1 v1.5, SHA-384.
  case rs384 = "RS384"
  /// RSA, PKCS #1 v1.5, SHA-512.
  case rs512 = "RS512"
  /// RSA, PSS, SHA-256.
  case ps256 = "PS256"
  /// RSA, PSS, SHA-384.
  case ps384 = "PS384"
  /// RSA, PSS, SHA-512.
  case ps512 = "PS512"
  /// Elliptic curve P-256, SHA-256.
  case es256 = "ES256"
  /// Elliptic curve P-384, SHA-384.
  case es384 = "ES384"
  /// Elliptic curve P-521, SHA-512.
  case es512 = "ES512"

  /// The curve of its keys; nil for RSA.
  var curve: String? {
    switch self {
    case .es256: "P-256"
    case .es384: "P-384"
    case .es512: "P-521"
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: nil
    }
  }
}
