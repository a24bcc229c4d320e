import Crypto
public import Foundation
public import WebSession

/// Makes time-based one-time passwords (TOTP, RFC 6238) from a stored secret, as an authenticator app does.
///
/// ```swift
/// let generator = try OneTimePasswordGenerator(secret: Secret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"))
/// generator.code(at: Date())   // "492039"
/// ```
public struct OneTimePasswordGenerator: Sendable, Hashable {
  /// The hash function below it.
  public enum Algorithm: String, Sendable, Hashable {
    /// What nearly everybody uses.
    case sha1 = "SHA1"
    /// Rare; few authenticator apps can.
    case sha256 = "SHA256"
    /// Rare; few authenticator apps can.
    case sha512 = "SHA512"
  }

  /// The hash function.
  public let algorithm: Algorithm
  /// How many digits a code has: 6 to 8.
  public let digits: Int
  /// How long a code is shown, in seconds.
  public let period: Int

  private let key: Secret<[UInt8]>

  /// A generator for a secret in Base32, as portals show it beside the picture. Case, blanks and padding do not matter.
  ///
  /// - Throws: ``PortalError`` with code `badSecret`.
  public init(
    secret: Secret<String>,
    algorithm: Algorithm = .sha1,
    digits: Int = 6,
    period: Int = 30
  ) throws(PortalError) {
    guard let key = Base32.decode(secret.reveal().filter { !$0.isWhitespace }) else {
      throw PortalError(.badSecret, "the secret is no Base32 text")
    }
    guard (6...8).contains(digits), (1...3600).contains(period) else {
      throw PortalError(.badSecret, "codes have 6 to 8 digits, and a period of 1 to 3600 seconds")
    }
    self.key = Secret(key)
    self.algorithm = algorithm
    self.digits = digits
    self.period = period
  }

  /// A generator for what an authenticator's picture holds,
  /// `otpauth://totp/Portal:lou?secret=…&algorithm=SHA256&digits=8&period=30`, or for a bare secret.
  ///
  /// - Throws: ``PortalError`` with code `badSecret`: another kind of password, or values that cannot be.
  public init(text: Secret<String>) throws(PortalError) {
    let uri = text.reveal().trimmingCharacters(in: .whitespacesAndNewlines)
    guard uri.lowercased().hasPrefix("otpauth:") else {
      try self.init(secret: Secret(uri))
      return
    }
    guard let parts = URLComponents(string: uri), parts.host?.lowercased() == "totp" else {
      throw PortalError(.badSecret, "the address is none of a time-based password (otpauth://totp/…)")
    }
    var fields: [String: String] = [:]
    for item in parts.queryItems ?? [] { fields[item.name.lowercased()] = item.value }
    guard let algorithm = Algorithm(rawValue: (fields["algorithm"] ?? "SHA1").uppercased()),
      let digits = Int(fields["digits"] ?? "6"), let period = Int(fields["period"] ?? "30")
    else {
      throw PortalError(.badSecret, "the address names an algorithm, digits or a period that are none")
    }
    try self.init(secret: Secret(fields["secret"] ?? ""), algorithm: algorithm, digits: digits, period: period)
  }

  /// The code of a moment (RFC 6238 section 4).
  public func code(at time: Date) -> String {
    code(counter: UInt64(max(0, time.timeIntervalSince1970)) / UInt64(period))
  }

  /// The code of a count (RFC 4226 section 5.3).
  func code(counter: UInt64) -> String {
    let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> UInt64(56 - 8 * $0)) }
    let key = SymmetricKey(data: key.reveal())
    let hash: [UInt8] =
      switch algorithm {
      case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
      case .sha256: Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
      case .sha512: Array(HMAC<SHA512>.authenticationCode(for: message, using: key))
      }
    let offset = Int(hash[hash.count - 1] & 15)
    let number = hash[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    let modulus: UInt32 = digits == 6 ? 1_000_000 : digits == 7 ? 10_000_000 : 100_000_000
    let text = String(number % modulus)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
