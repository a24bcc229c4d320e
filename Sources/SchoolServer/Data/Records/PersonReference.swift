/// A person by key, kind and label.
package struct PersonReference: Hashable, Sendable {
  /// The key in the table of people.
  package var key: Int64
  /// What the person is.
  package var kind: PersonKind
  /// The short label: `MOREAU C.` for teachers and staff, `MARTIN Lou` for students, `M. MARTIN Paul` for guardians.
  package var label: String
}
