package import SchoolModel

/// An evaluation of skills as one student sees it.
package struct EvaluationRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The title.
  package var title: String
  /// A description; may be empty.
  package var details: String
  /// The day.
  package var date: LocalDate
  /// The period.
  package var period: PeriodRecord
  /// The weight.
  package var coefficient: Int
  /// The subject.
  package var subject: SubjectRecord
  /// The teacher, as `Mme MOREAU C.`.
  package var teacherLabel: String
  /// The stage of schooling: `Cycle 4`.
  package var stage: String
  /// The results, in order.
  package var results: [SkillResultRecord]
}
