/// A thing of the school by its key and the text that the school shows for it.
package struct Reference: Hashable, Sendable {
  /// The key in its table.
  package var key: Int64
  /// What is shown: `3A`, `MATHÉMATIQUES`, `105`.
  package var label: String
}
