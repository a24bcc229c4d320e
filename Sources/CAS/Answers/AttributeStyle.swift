/// The ways in which servers write attributes (sso document a.4). One of them counts: a server that sends two of them
/// sends the same attributes twice.
enum AttributeStyle {
  /// The children of a success that are no attributes.
  private static let reserved: Set<String> = ["user", "attributes", "attribute", "proxyGrantingTicket", "proxies"]

  /// The attributes of a success: those inside `attributes`, else those of `attribute` elements, else everything beside
  /// the user.
  ///
  /// - Throws: ``CASError`` when there are two blocks of attributes: one of them was injected.
  static func attributes(of success: MarkupElement) throws(CASError) -> CASAttributes {
    var attributes = CASAttributes()
    if let block = try success.onlyChild("attributes") {
      for element in block.children { take(element, into: &attributes) }
      return attributes
    }
    let pairs = success.children(named: "attribute")
    if !pairs.isEmpty {
      for element in pairs { take(element, into: &attributes) }
      return attributes
    }
    for element in success.children where !isReserved(element) {
      // A vendor's block of attributes is one level deeper.
      if element.children.isEmpty || !element.text.trimmingMarkupBlanks.isEmpty {
        take(element, into: &attributes)
      } else {
        for inner in element.children { take(inner, into: &attributes) }
      }
    }
    return attributes
  }

  private static func isReserved(_ element: MarkupElement) -> Bool {
    element.namespace == CASAnswer.namespace && reserved.contains(element.name)
  }

  /// One attribute: named by its element, or by `name` and `value`. What is nested deeper is left out.
  private static func take(_ element: MarkupElement, into attributes: inout CASAttributes) {
    if element.name == "attribute" {
      if let name = element.attributes["name"] {
        return attributes.append(element.attributes["value"] ?? element.text, to: name)
      }
      if let name = element.children.first(where: { $0.name == "name" })?.text.trimmingMarkupBlanks, !name.isEmpty {
        for value in element.children where value.name == "value" { attributes.append(value.text, to: name) }
        return
      }
    }
    guard element.children.isEmpty || !element.text.trimmingMarkupBlanks.isEmpty else { return }
    attributes.append(element.text, to: element.name)
  }
}
