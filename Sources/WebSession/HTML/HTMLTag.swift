/// A start tag.
public struct HTMLTag: Sendable {
  /// The element's name in lower case.
  public let name: String

  /// The attributes in order, names in lower case, values with their character references decoded. The first of
  /// several with one name counts. At most 64 are kept.
  public let attributes: [(name: String, value: String)]

  /// How many attributes a tag keeps.
  static let maximumAttributes = 64

  /// The value of an attribute (name in lower case), empty for one without a value, nil for none.
  public subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// Whether the `class` attribute holds this class.
  public func hasClass(_ name: String) -> Bool {
    guard let classes = self["class"] else { return false }
    return classes.utf8.split(whereSeparator: \.isHTMLBlank).contains { $0.elementsEqual(name.utf8) }
  }

  /// Whether the element has no content and no end tag.
  var isVoid: Bool { HTMLElements.void.contains(name) }
}
