/// A class.
package struct ClassRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// `3A`.
  package var name: String
  /// `TROISIEME`.
  package var level: String
  /// The head teacher ("professeur principal").
  package var headTeacher: PersonReference
  /// The class as other records name it.
  package var reference: Reference { Reference(key: key, label: name) }
}
