/// A student's exemption from a lesson.
package struct ExemptionRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The reason.
  package var reason: String
  /// Whether the student works at home.
  package var worksAtHome: Bool
  /// Whether the student has to be present all the same.
  package var mustBePresent: Bool
}
