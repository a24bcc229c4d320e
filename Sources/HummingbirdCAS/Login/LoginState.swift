import Crypto
import Foundation
import WebSession

/// A login that is under way, as it travels in the service URL.
///
/// It is bound to the browser that started the login: its seal is made with a random value that only that browser's
/// cookie holds, so a ticket in a foreign link signs nobody in (login CSRF). Nothing is stored for people who never
/// come back.
struct LoginState: Sendable, Hashable {
  /// When the login started, in seconds since 1970.
  var startedAt: Int
  /// How many tickets in a row were refused before.
  var attempt: Int
  /// Whether the server was asked not to show anything.
  var isSilent: Bool
  /// Where the browser goes afterwards.
  var returnPath: ReturnPath

  /// The state in the form that ``init(reading:)`` reads, sealed for a browser.
  func text(sealedBy seal: Seal) -> String {
    let payload = "1|\(startedAt)|\(attempt)|\(isSilent ? "s" : "-")|\(returnPath.text)"
    let encoded = Base64URL.encode(payload.utf8)
    return "\(encoded).\(Base64URL.encode(seal.code(for: encoded)))"
  }

  init(startedAt: Int, attempt: Int, isSilent: Bool, returnPath: ReturnPath) {
    self.startedAt = startedAt
    self.attempt = attempt
    self.isSilent = isSilent
    self.returnPath = returnPath
  }

  /// What a text says, which proves nothing: anybody may have written it. Its path is checked all the same.
  init?(reading text: String) {
    guard text.utf8.count < 4096, let payload = text.split(separator: ".").first,
      let bytes = Base64URL.decode(payload), let decoded = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let parts = decoded.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "1", let startedAt = Int(parts[1]), let attempt = Int(parts[2]),
      (0...9).contains(attempt), let returnPath = ReturnPath(String(parts[4]))
    else { return nil }
    self.init(startedAt: startedAt, attempt: attempt, isSilent: parts[3] == "s", returnPath: returnPath)
  }
}

extension LoginState {
  /// What proves that a state is ours and belongs to a browser.
  struct Seal: Sendable {
    private let key: SymmetricKey
    private let context: String

    init(secret: Secret<[UInt8]>, base: String, browser: String) {
      key = SymmetricKey(data: secret.reveal())
      context = "cas-login|\(base)|\(browser)|"
    }

    func code(for payload: String) -> [UInt8] {
      Array(HMAC<SHA256>.authenticationCode(for: Data((context + payload).utf8), using: key))
    }

    /// Whether a text carries this seal, compared in constant time.
    func isOn(_ text: String) -> Bool {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let code = Base64URL.decode(parts[1]) else { return false }
      return HMAC<SHA256>
        .isValidAuthenticationCode(code, authenticating: Data((context + parts[0]).utf8), using: key)
    }
  }
}
