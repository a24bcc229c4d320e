package import SchoolModel

/// The lunch of one day.
package struct MenuRecord: Hashable, Sendable {
  /// The key of the meal.
  package var key: Int64
  /// The day.
  package var date: LocalDate
  /// `Déjeuner`.
  package var name: String
  /// The courses, in order.
  package var courses: [MenuCourseRecord]
}
