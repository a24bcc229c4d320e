/// What an answer of a server, or a request to sign out, says.
package enum CASAnswer: Sendable {
  /// The ticket is somebody's.
  case success(CASAuthentication)
  /// The server said no, with its code and its words.
  case failure(code: String?, text: String)
  /// A proxy ticket.
  case proxySuccess(ticket: String)
  /// No proxy ticket, with the server's code and words.
  case proxyFailure(code: String?, text: String)
  /// Sessions that end.
  case logout(LogoutRequest)

  /// An answer of CAS 2 or 3, XML or JSON: told apart by looking, because servers do not send what was asked for.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  package static func validation(_ bytes: [UInt8]) throws(CASError) -> CASAnswer {
    switch firstByte(bytes) {
    case UInt8(ascii: "{"): return try json(bytes)
    case UInt8(ascii: "<"): return try xml(bytes)
    default:
      // One server answers a refused renewal in the words of CAS 1.0 (sso document a.5). A "yes" counts for nothing.
      if case .failure(let code, let text) = try text(bytes) { return .failure(code: code, text: text) }
      throw malformed("the answer is neither XML nor JSON")
    }
  }

  /// The longest answer of CAS 1.0, in bytes.
  private static let maximumText = 8 << 10

  /// An answer of CAS 1.0: `yes` and a name, or `no`, a line each.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  package static func text(_ bytes: [UInt8]) throws(CASError) -> CASAnswer {
    // One server says what it refuses in the words of CAS 2. A success in them is an answer to another question.
    if firstByte(bytes) == UInt8(ascii: "<"), case .failure(let code, let text) = try xml(bytes) {
      return .failure(code: code, text: text)
    }
    guard bytes.count <= maximumText, !bytes.contains(0),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw malformed("the answer is no text") }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    switch lines[0] {
    case "yes":
      let rest = lines.dropFirst().map(\.trimmingMarkupBlanks).filter { !$0.isEmpty }
      guard rest.count == 1 else { throw malformed("there is not exactly one user after “yes”") }
      return .success(CASAuthentication(user: rest[0]))
    case "no":
      return .failure(code: nil, text: lines.dropFirst().joined(separator: "\n").trimmingMarkupBlanks)
    default: throw malformed("the answer begins neither with “yes” nor with “no”")
    }
  }

  static func malformed(_ message: String) -> CASError { CASError(.malformedAnswer, message) }

  /// The first byte that is no blank, after a byte order mark.
  package static func firstByte(_ bytes: [UInt8]) -> UInt8? {
    bytes.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }.first
  }
}
