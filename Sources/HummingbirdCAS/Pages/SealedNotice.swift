import WebSession
import CAS
import Foundation

/// A notice on its way to an address of its own, so that no ticket stays in the one that the browser shows.
///
/// Sealed, because a page of the site shows its words.
struct SealedNotice: Codable, Sendable {
  var kind: CASNotice.Kind
  var error: String?
  var serverCode: String?
  var serverText: String?
  var returnPath: String?

  /// In the form that ``init(reading:)`` reads, for a query. The server's words are cut to a length that fits.
  func text(sealedBy seal: LoginState.Seal) -> String? {
    var short = self
    short.serverCode = serverCode.map { String($0.prefix(60)) }
    short.serverText = serverText.map { String($0.prefix(300)) }
    guard let json = try? JSONEncoder().encode(short) else { return nil }
    let payload = Base64URL.encode(json)
    return "\(payload).\(Base64URL.encode(seal.code(for: payload)))"
  }

  /// What a text says; nil unless it carries the seal.
  static func read(_ text: String, sealedBy seal: LoginState.Seal) -> SealedNotice? {
    guard text.utf8.count < 8192, seal.isOn(text), let payload = text.split(separator: ".").first,
      let bytes = Base64URL.decode(payload)
    else { return nil }
    return try? JSONDecoder().decode(SealedNotice.self, from: Data(bytes))
  }

  /// The notice itself.
  var notice: CASNotice {
    switch kind {
    case .refused: .refused(serverCode: serverCode, serverText: serverText)
    case .notStartedHere: .notStartedHere()
    case .cookiesNeeded: .cookiesNeeded()
    case .noTicket: .noTicket()
    case .unavailable: .unavailable(CASError.Code(rawValue: error ?? CASError.Code.unavailable.rawValue))
    case .signInRequired: .signInRequired(signIn: "")
    case .notAllowed: .notAllowed()
    }
  }
}
