/// The grades and averages of one student in one period.
package struct GradeBookRecord: Hashable, Sendable {
  /// The period.
  package var period: PeriodRecord
  /// The tests in which the student has a mark, newest first.
  package var tests: [GradedTestRecord]
  /// The subjects, in the school's order, that have at least one test in the period.
  package var services: [ServiceAverageRecord]
  /// The student's overall average: the mean of the numeric subject averages; nil without any.
  package var average: String?
  /// The mean of the overall averages of the class; nil without any.
  package var classAverage: String?
}
