package import SchoolModel

/// A graded test as one student sees it. Marks, scales and averages are text as on the wire (functions document, 1.7).
package struct GradedTestRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The service (subject, teacher and class) that it belongs to.
  package var serviceKey: Int64
  /// The subject.
  package var subject: SubjectRecord
  /// The period.
  package var period: PeriodRecord
  /// The title.
  package var title: String
  /// The day.
  package var date: LocalDate
  /// The student's mark: `15,50`, `|1` to `|8`, or empty.
  package var mark: String
  /// What the mark is out of: `20`.
  package var scale: String
  /// The weight: `1`, `0,5`, `2`.
  package var coefficient: String
  /// The teacher's remark about this student's work; may be empty.
  package var remark: String
  /// Only points above half of the scale count.
  package var isBonus: Bool
  /// Counts only if it raises the average.
  package var isOptional: Bool
  /// Is brought to a scale of 20 in averages.
  package var isBroughtTo20: Bool
  /// Whether it was given to a group.
  package var isForGroup: Bool
  /// The average of all numeric marks; empty when there is none.
  package var classAverage: String
  /// The best numeric mark.
  package var maximum: String
  /// The worst numeric mark.
  package var minimum: String
  /// The name of the paper's file, see ``SchoolDatabase/testFile(_:isCorrection:)``.
  package var paperName: String?
  /// The name of the correction's file.
  package var correctionName: String?
}
