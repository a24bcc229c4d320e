/// Something that the CAS issuer tells services about a user: a name, and one value or several.
package struct CASAttribute: Hashable, Sendable {
  /// The name: letters only, because it becomes an XML element.
  package var name: String
  /// The values in order, never none.
  package var values: [String]

  /// An attribute.
  package init(_ name: String, _ values: [String]) {
    self.name = name
    self.values = values
  }
}
