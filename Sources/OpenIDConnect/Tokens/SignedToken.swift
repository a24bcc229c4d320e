import Foundation
import WebSession

/// A signed token whose signature has not been looked at yet (RFC 7515 section 7.1).
struct SignedToken: Sendable {
  private struct Header: Decodable {
    /// Extensions that have to be understood. None is, so that what it holds does not matter.
    struct Critical: Decodable {
      init(from decoder: any Decoder) {}
    }

    let alg: String
    let kid: String?
    let crit: Critical?
  }

  /// The longest token that is read, in bytes.
  private static let maximumLength = 64 << 10

  let text: Secret<String>
  let algorithm: SigningAlgorithm
  let keyName: String?

  /// Reads the header.
  ///
  /// - Throws: ``OpenIDError`` with code `badToken` for what is no signed token, and for one with an algorithm that is not
  ///   allowed.
  init(_ text: String, allowing algorithms: Set<SigningAlgorithm>) throws(OpenIDError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    // LemonLDAP::NG 2.16 leaves the last dot out when there is no signature: that is named as what it is.
    guard text.utf8.count <= SignedToken.maximumLength, (2...3).contains(parts.count),
      parts.allSatisfy({ $0.utf8.allSatisfy(Base64URL.isDigit) }), let bytes = Base64URL.decode(parts[0]),
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes))
    else { throw .badToken("format", "the ID token is no signed token") }
    guard let algorithm = SigningAlgorithm(rawValue: header.alg), algorithms.contains(algorithm) else {
      throw .badToken("alg", "the ID token is signed in a way that is not accepted")
    }
    guard parts.count == 3 else { throw .badToken("format", "the ID token is no signed token") }
    guard header.crit == nil else {
      throw .badToken("crit", "the ID token wants something understood that is not known")
    }
    self.text = Secret(text)
    self.algorithm = algorithm
    keyName = header.kid
  }
}

extension OpenIDError {
  /// An ID token that is not accepted, and what of it.
  static func badToken(_ check: String, _ message: String) -> OpenIDError {
    OpenIDError(.badToken, message, facts: .init(step: "ID token", check: check))
  }
}
