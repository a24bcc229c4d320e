/// What a person is to the school. The raw value is the resource genre on the wire (functions document, 1.8).
package enum PersonKind: Int, Sendable, Hashable, CaseIterable {
  /// A teacher.
  case teacher = 3
  /// A student.
  case student = 4
  /// A parent or another guardian.
  case guardian = 5
  /// The tutor of an intern in a company.
  case tutor = 32
  /// Everybody else who works at the school.
  case staff = 34
}
