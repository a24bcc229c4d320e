/// A student's average in one subject, with the class's, as text as on the wire; out of 20.
package struct ServiceAverageRecord: Hashable, Sendable {
  /// The key of the service (subject, teacher and class).
  package var serviceKey: Int64
  /// The subject.
  package var subject: SubjectRecord
  /// The teacher.
  package var teacher: PersonReference
  /// Whether it is taught in groups.
  package var isForGroup: Bool
  /// The service's weight in report cards: `1,00`.
  package var coefficient: String
  /// The student's average: `14,10`, `|2` when only such marks exist, empty without marks.
  package var student: String
  /// The mean of the students' averages.
  package var classAverage: String
  /// The lowest of the students' averages.
  package var minimum: String
  /// The highest of the students' averages.
  package var maximum: String
  /// The median of the students' averages.
  package var median: String
}
