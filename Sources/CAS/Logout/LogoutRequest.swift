import PronoteWire

/// What a CAS server says when a user signs out of everything (single logout; CAS protocol specification 2.3.3).
///
/// It comes from anybody: nothing in it is signed. The session that ends is the one whose login brought exactly the
/// ticket of a session index, and no other; an unknown index ends nothing.
public struct LogoutRequest: Sendable, Hashable {
  /// The identifier of the request; nil when it has none.
  public var id: String?
  /// The tickets of the logins that end, verbatim.
  public var sessionIndexes: [String]

  /// A request to end these sessions.
  public init(id: String?, sessionIndexes: [String]) {
    self.id = id
    self.sessionIndexes = sessionIndexes
  }

  private static let namespace = "urn:oasis:names:tc:SAML:2.0:protocol"
  private static let maximumBytes = 64 << 10

  /// Reads the body of a POST from the server: a form with the field `logoutRequest`, or bare XML.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`. Answer 200 all the same: the server does not care.
  public static func backChannel(contentType: String?, body: [UInt8]) throws(CASError) -> LogoutRequest {
    guard body.count <= maximumBytes else { throw CASAnswer.malformed("the logout request is too long") }
    if CASAnswer.firstByte(body) == UInt8(ascii: "<") { return try LogoutRequest(xml: body) }
    guard contentType?.lowercased().hasPrefix("multipart/") != true,
      let form = String(validating: body, as: UTF8.self)
    else { throw CASAnswer.malformed("the logout request is no form") }
    return try LogoutRequest(xml: Array(field(["logoutRequest"], in: form).utf8))
  }

  /// Reads the query of an address that the browser was sent to: `SAMLRequest` or `logoutRequest`, base64 of deflated
  /// XML. What it inflates to is bounded.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  public static func frontChannel(query: String) throws(CASError) -> LogoutRequest {
    guard query.utf8.count <= maximumBytes else { throw CASAnswer.malformed("the logout request is too long") }
    return try LogoutRequest(deflated: field(["SAMLRequest", "logoutRequest"], in: query))
  }

  /// Reads base64 of deflated XML, with or without the header of a zlib stream.
  package init(deflated text: String) throws(CASError) {
    let clean = text.filter { !$0.isWhitespace }.replacing("-", with: "+").replacing("_", with: "/")
    guard let bytes = Base64Text.decode(clean), !bytes.isEmpty else {
      throw CASAnswer.malformed("the logout request is not base64")
    }
    if CASAnswer.firstByte(bytes) == UInt8(ascii: "<") {
      try self.init(xml: bytes)
      return
    }
    let hasHeader = bytes.count > 6 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    for stream in [hasHeader ? Array(bytes[2..<(bytes.count - 4)]) : bytes, bytes] {
      guard let xml = try? RawDeflate.decompress(stream, limit: LogoutRequest.maximumBytes) else { continue }
      try self.init(xml: xml)
      return
    }
    throw CASAnswer.malformed("the logout request does not inflate, or to too much")
  }

  /// Reads the XML of a request.
  package init(xml bytes: [UInt8]) throws(CASError) {
    let root = try MarkupReader.root(of: bytes)
    guard root.namespace == LogoutRequest.namespace, root.name == "LogoutRequest" else {
      throw CASAnswer.malformed("the document is no logout request")
    }
    id = root.attributes["ID"]
    sessionIndexes = []
    for index in root.children(named: "SessionIndex") {
      // Verbatim: a ticket with something around it is no ticket.
      guard index.children.isEmpty else { throw CASAnswer.malformed("a session index holds more than text") }
      if !index.text.isEmpty { sessionIndexes.append(index.text) }
    }
  }

  /// The only field of one of these names.
  private static func field(_ names: [String], in form: String) throws(CASError) -> String {
    let found = QueryText.decode(form[...]).filter { names.contains($0.name) }
    guard found.count == 1, let value = found[0].value else {
      throw CASAnswer.malformed("there is not exactly one logout request")
    }
    return value
  }
}

extension LogoutRequest: CustomStringConvertible, CustomReflectable {
  /// How many sessions end. Their indexes are tickets.
  public var description: String {
    "LogoutRequest(\(sessionIndexes.count) \(sessionIndexes.count == 1 ? "session" : "sessions"))"
  }
  /// The identifier, and how many sessions end.
  public var customMirror: Mirror { Mirror(self, children: ["id": id as Any, "sessions": sessionIndexes.count]) }
}
