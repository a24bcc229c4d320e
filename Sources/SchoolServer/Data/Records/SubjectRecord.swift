/// A subject that is taught.
package struct SubjectRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// `MATHÉMATIQUES`.
  package var name: String
  /// A short code: `MATHS`.
  package var code: String
  /// The colour, `#RRGGBB`.
  package var color: String
  /// The order in grade books and report cards, from 1.
  package var order: Int
}
