import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads XML that may be hostile: the system's parser behind refusals of everything that an answer does not need.
///
/// No document type, no entities but the five of XML, no other encoding than UTF-8, no NUL, and bounds on size, depth and
/// number (sso document b, 5 and 22).
enum MarkupReader {
  /// The longest document, in bytes.
  static let maximumBytes = 1 << 20
  /// The deepest nesting.
  static let maximumDepth = 32
  /// The most elements, and the most attributes of one.
  static let maximumElements = 4096

  /// The root of a document.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer` that says what is wrong.
  static func root(of bytes: [UInt8]) throws(CASError) -> MarkupElement {
    try refuse(bytes.count > maximumBytes, "the document is too long")
    try refuse(bytes.contains(0), "the document holds a NUL")
    try refuse(String(validating: bytes, as: UTF8.self) == nil, "the document is not UTF-8")
    // Not even in a comment: nobody needs one, and nothing can be hidden in what is not there.
    try refuse(bytes.firstRange(of: Array("<!DOCTYPE".utf8)) != nil, "the document has a document type")
    try refuse(bytes.firstRange(of: Array("<!ENTITY".utf8)) != nil, "the document declares an entity")
    try checkEncoding(bytes)
    let parser = XMLParser(data: Data(bytes))
    let builder = Builder()
    parser.delegate = builder
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    if let reason = builder.refusal { throw CASAnswer.malformed(reason) }
    // Some errors, such as text behind the root, do not stop the parser.
    guard isWhole, parser.parserError == nil, !builder.hasFailed, let root = builder.root else {
      throw CASAnswer.malformed("the document is not well-formed XML")
    }
    return root
  }

  private static func refuse(_ isWrong: Bool, _ reason: String) throws(CASError) {
    if isWrong { throw CASAnswer.malformed(reason) }
  }

  /// A declared encoding would have the parser read other characters than those that were checked.
  private static func checkEncoding(_ bytes: [UInt8]) throws(CASError) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let head = body.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard head.starts(with: Array("<?xml".utf8)) else { return }
    let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }.prefix(256), as: UTF8.self)
    guard let match = declaration.firstMatch(of: #/encoding\s*=\s*["']([^"']*)["']/#) else {
      return try refuse(declaration.contains("encoding"), "the document's encoding cannot be told")
    }
    let name = match.1.lowercased()
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    let isAllowed = ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) || isASCII && name.hasPrefix("iso-8859-")
    try refuse(!isAllowed, "the document is in another encoding than UTF-8")
  }

  /// Puts the elements together, and stops at a bound.
  private final class Builder: NSObject, XMLParserDelegate {
    var root: MarkupElement?
    var refusal: String?
    var hasFailed = false
    private var open: [MarkupElement] = []
    private var count = 0

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      count += 1
      if open.count >= maximumDepth { return stop(parser, "the document is nested too deeply") }
      if count > maximumElements || attributes.count > maximumElements {
        return stop(parser, "the document has too many elements")
      }
      if root != nil { return stop(parser, "the document has two roots") }
      let local = name.split(separator: ":").last.map(String.init) ?? name
      open.append(MarkupElement(namespace: namespaceURI ?? "", name: local, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard let element = open.popLast() else { return }
      if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if !open.isEmpty { open[open.count - 1].text += string }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      if !open.isEmpty { open[open.count - 1].text += String(decoding: block, as: UTF8.self) }
    }

    func parser(_ parser: XMLParser, resolveExternalEntityName name: String, systemID: String?) -> Data? {
      stop(parser, "the document names an external entity")
      return nil
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
      hasFailed = true
    }

    private func stop(_ parser: XMLParser, _ reason: String) {
      refusal = refusal ?? reason
      parser.abortParsing()
    }
  }
}
