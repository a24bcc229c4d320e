import Foundation
import WebSession

/// A browser that a portal remembers: a cookie, and what proves that it was not just copied from a wire. Both together
/// stand in for the second factor for 30 days by default (sso document c.6).
///
/// Keep it where passwords are kept. Encoding it writes the secrets down in the clear.
public struct TrustedBrowser: Sendable, Hashable, Codable {
  /// How possession is proven.
  enum Proof: Sendable, Hashable {
    /// By a one-time password of this secret in Base32 (releases from 2.18 on).
    case oneTimePassword(Secret<String>)
    /// By the same text as at the registration (releases before 2.18).
    case fingerprint(Secret<String>)

    /// What goes into the field `fg`.
    ///
    /// - Throws: ``PortalError`` with code `badSecret`.
    func text(at time: Date) throws(PortalError) -> String {
      switch self {
      case .oneTimePassword(let secret): "TOTP_" + (try OneTimePasswordGenerator(secret: secret)).code(at: time)
      case .fingerprint(let text): text.reveal()
      }
    }
  }

  /// The cookies that the portal knows it by.
  let cookies: CookieJar
  let proof: Proof
  /// Whom the portal knows it as, by the name that was typed; nil for one stored before names were.
  let username: String?

  init(cookies: CookieJar, proof: Proof, username: String) {
    self.cookies = cookies
    self.proof = proof
    self.username = username
  }

  /// Whether it stands in for a user. One of somebody else must not come along: where a browser stands in for the
  /// password, the portal would sign that other user in. As portals do, capitals are not told from small letters.
  func belongs(to user: String) -> Bool { username.map { $0.lowercased() == user.lowercased() } ?? true }

  /// 128 random bits.
  static func makeFingerprint() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in
      let byte = UInt8.random(in: 0...255, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private enum CodingKeys: String, CodingKey {
    case cookies, oneTimePasswordSecret, fingerprint, username
  }

  /// Reads a stored browser.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    cookies = try container.decode(CookieJar.self, forKey: .cookies)
    username = try container.decodeIfPresent(String.self, forKey: .username)
    if let secret = try container.decodeIfPresent(String.self, forKey: .oneTimePasswordSecret) {
      proof = .oneTimePassword(Secret(secret))
    } else {
      proof = .fingerprint(Secret(try container.decode(String.self, forKey: .fingerprint)))
    }
  }

  /// Writes the browser down, its secrets in the clear.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(cookies, forKey: .cookies)
    try container.encodeIfPresent(username, forKey: .username)
    switch proof {
    case .oneTimePassword(let secret): try container.encode(secret.reveal(), forKey: .oneTimePasswordSecret)
    case .fingerprint(let text): try container.encode(text.reveal(), forKey: .fingerprint)
    }
  }
}
