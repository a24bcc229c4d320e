package import Foundation

extension CASAnswer {
  /// An answer or a logout request of any kind, told by how it looks.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  package static func guessing(_ bytes: [UInt8], service: String?, now: Date) throws(CASError) -> CASAnswer {
    switch firstByte(bytes) {
    case UInt8(ascii: "{"): return try json(bytes)
    case UInt8(ascii: "<"):
      let root = try MarkupReader.root(of: bytes)
      if root.namespace == namespace { return try xml(root) }
      if root.name == "LogoutRequest" { return .logout(try LogoutRequest(xml: bytes)) }
      return try saml(bytes, service: service, now: now)
    default:
      let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      if [Array("yes".utf8), Array("no".utf8)].contains(Array(line)) { return try text(bytes) }
      if bytes.starts(with: Array("logoutRequest=".utf8)),
        let request = try? LogoutRequest.backChannel(contentType: nil, body: bytes)
      {
        return .logout(request)
      }
      return .logout(try LogoutRequest(frontChannel: bytes))
    }
  }

  /// The moment that a text in ISO 8601 names.
  package static func date(_ text: String) -> Date? { WireInstant.date(text) }
}

extension LogoutRequest {
  /// Reads a query, or the value of its parameter alone.
  package init(frontChannel bytes: [UInt8]) throws(CASError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CASAnswer.malformed("the logout request is not UTF-8")
    }
    let query = text.contains("SAMLRequest=") || text.contains("logoutRequest=")
    self =
      query
      ? try LogoutRequest.frontChannel(query: String(text.split(separator: "?").last ?? "").trimmingMarkupBlanks)
      : try LogoutRequest(deflated: text)
  }
}
