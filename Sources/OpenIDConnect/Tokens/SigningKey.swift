import Crypto
import JWTKit
import WebSession

/// A public key of a provider.
struct SigningKey: Sendable {
  /// The numbers of the key, in base64.
  private enum Material: Sendable {
    case rsa(modulus: String, exponent: String)
    case curve(String, x: String, y: String)
  }

  /// What the provider calls it.
  let name: String?
  /// The algorithm that the provider says it is for; nil without one.
  private let algorithm: SigningAlgorithm?
  private let material: Material

  /// Reads a key.
  ///
  /// - Returns: nil for one that signs nothing, or nothing that is accepted here.
  init?(_ key: KeyDocument.Key) {
    guard key.use == nil || key.use == "sig", key.operations?.contains("verify") ?? true else { return nil }
    if let text = key.alg {
      guard let known = SigningAlgorithm(rawValue: text) else { return nil }
      algorithm = known
    } else {
      algorithm = nil
    }
    name = key.kid
    switch (key.kty, key.n, key.e, key.crv, key.x, key.y) {
    case ("RSA", let n?, let e?, _, _, _): material = .rsa(modulus: n, exponent: e)
    case ("EC", _, _, let curve?, let x?, let y?): material = .curve(curve, x: x, y: y)
    default: return nil
    }
  }

  /// Whether it can sign with an algorithm.
  func isGood(for wanted: SigningAlgorithm) -> Bool {
    guard algorithm == nil || algorithm == wanted else { return false }
    switch material {
    case .rsa: return wanted.curve == nil
    case .curve(let curve, _, _): return wanted.curve == curve
    }
  }

  /// The claims of a token; nil when it was not signed with this key.
  ///
  /// The algorithm was compared before and is the only one that this key is added for, so that the token's header
  /// decides nothing.
  func claims(of token: SignedToken) async -> OpenIDClaims? {
    let keys = JWTKeyCollection()
    guard (try? await add(to: keys, for: token.algorithm)) != nil,
      let payload = try? await keys.verify(token.text.reveal(), as: SignedClaims.self)
    else { return nil }
    return OpenIDClaims(payload.values)
  }

  private func add(to keys: JWTKeyCollection, for algorithm: SigningAlgorithm) async throws {
    switch material {
    case .rsa(let modulus, let exponent):
      let key = try Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent)
      switch algorithm {
      case .rs256: await keys.add(rsa: key, digestAlgorithm: .sha256)
      case .rs384: await keys.add(rsa: key, digestAlgorithm: .sha384)
      case .rs512: await keys.add(rsa: key, digestAlgorithm: .sha512)
      case .ps256: await keys.add(pss: key, digestAlgorithm: .sha256)
      case .ps384: await keys.add(pss: key, digestAlgorithm: .sha384)
      case .ps512: await keys.add(pss: key, digestAlgorithm: .sha512)
      case .es256, .es384, .es512: break
      }
    case .curve(_, let x, let y):
      switch algorithm {
      case .es256: await keys.add(ecdsa: try ES256PublicKey(parameters: (x, y)))
      case .es384: await keys.add(ecdsa: try ES384PublicKey(parameters: (x, y)))
      case .es512: await keys.add(ecdsa: try ES512PublicKey(parameters: (x, y)))
      case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: break
      }
    }
  }
}
