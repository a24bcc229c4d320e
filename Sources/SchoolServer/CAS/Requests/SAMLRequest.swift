import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A request to `/samlValidate`: a SAML 1.1 request with a ticket for an artifact, in a SOAP envelope.
struct SAMLRequest: Sendable {
  /// The major version that is asked for.
  let majorVersion: String
  /// The id that the answer has to name; nil when it is no name that XML allows.
  let id: String?
  /// The ticket.
  let ticket: String

  /// Reads the body of a request.
  ///
  /// - Throws: ``CASFailure`` with code `INVALID_REQUEST` for everything that is not exactly one ticket in its place.
  init(_ body: [UInt8]) throws(CASFailure) {
    let failure = CASFailure(.invalidRequest, "The body is no SAML 1.1 request in a SOAP envelope.")
    guard body.count <= CASParameters.maximumLength, let text = String(validating: body, as: UTF8.self),
      !text.utf8.contains(0), SAMLRequest.isPlain(text)
    else { throw failure }
    let reader = Reader()
    let parser = XMLParser(data: Data(body))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    guard parser.parse(), reader.tickets.count == 1, let version = reader.majorVersion else { throw failure }
    let ticket = reader.tickets[0].trimmingCharacters(in: .whitespacesAndNewlines)
    guard !ticket.isEmpty, ticket.utf8.count <= 256 else { throw failure }
    majorVersion = version
    self.ticket = ticket
    id = reader.id.flatMap { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9._\-]{0,127}/) == nil ? nil : $0 }
  }

  /// Whether a document is what it looks like: UTF-8, and without entities, comments and the like.
  private static func isPlain(_ text: String) -> Bool {
    guard !text.contains("<!"), text.hasPrefix("<?xml") else { return !text.contains("<!") && !text.contains("<?") }
    let declaration = text.prefix { $0 != ">" }.lowercased()
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }

  /// Follows one path through the document.
  private final class Reader: NSObject, XMLParserDelegate {
    private static let soap = "http://schemas.xmlsoap.org/soap/envelope/"
    private static let saml = "urn:oasis:names:tc:SAML:1.0:protocol"
    private static let path = [(soap, "Envelope"), (soap, "Body"), (saml, "Request"), (saml, "AssertionArtifact")]

    var majorVersion: String?
    var id: String?
    var tickets: [String] = []
    /// The elements that are open, by name space and name.
    private var open: [(String, String)] = []

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      open.append((namespaceURI ?? "", name))
      if isOnPath, open.count == 3 {
        majorVersion = attributes["MajorVersion"]
        id = attributes["RequestID"]
      }
      if isOnPath, open.count == 4 { tickets.append("") }
      if open.count > 16 { parser.abortParsing() }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if isOnPath, open.count == 4 { tickets[tickets.count - 1] += string }
    }

    private var isOnPath: Bool {
      open.count <= Reader.path.count && zip(open, Reader.path).allSatisfy { $0 == $1 }
    }
  }
}
