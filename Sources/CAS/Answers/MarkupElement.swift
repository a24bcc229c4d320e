/// An element of an XML document, with what counts of it.
struct MarkupElement: Sendable {
  var namespace: String
  /// The name without a prefix.
  var name: String
  /// Attributes by their names as they are written.
  var attributes: [String: String]
  var children: [MarkupElement] = []
  /// All text right in this element, put together: comments, CDATA sections and processing instructions split nothing.
  var text = ""

  /// The children of a name in the same namespace.
  func children(named name: String) -> [MarkupElement] {
    children.filter { $0.name == name && $0.namespace == namespace }
  }

  /// The only child of a name in the same namespace; nil when there is none.
  ///
  /// - Throws: ``CASError`` when there are several.
  func onlyChild(_ name: String) throws(CASError) -> MarkupElement? {
    let found = children(named: name)
    guard found.count <= 1 else { throw CASAnswer.malformed("there is more than one “\(name)”") }
    return found.first
  }

  /// The text of an element that holds nothing else, without blanks around it.
  ///
  /// - Throws: ``CASError`` when there are elements inside.
  func plainText() throws(CASError) -> String {
    guard children.isEmpty else { throw CASAnswer.malformed("“\(name)” holds more than text") }
    return text.trimmingMarkupBlanks
  }
}

extension String {
  /// The text without the white space of XML 1.0 around it.
  var trimmingMarkupBlanks: String {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let bytes = utf8.drop { blanks.contains($0) }
    guard let last = bytes.lastIndex(where: { !blanks.contains($0) }) else { return "" }
    return String(self[bytes.startIndex...last])
  }
}
