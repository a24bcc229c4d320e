/// The grades and averages of one student in one grading period.
public struct GradeBook: Hashable, Sendable {
  /// Whose grades these are.
  public var student: Student

  /// The grading period.
  public var period: GradingPeriod

  /// The tests, newest first.
  public var grades: Section<[Grade]>

  /// The averages of each subject, in the school's order.
  public var subjects: Section<[SubjectAverage]>

  /// The student's overall average; nil when the school does not publish it.
  public var average: Mark?

  /// The class's overall average; nil when the school does not publish it.
  public var classAverage: Mark?

  /// Items that could not be read.
  public var diagnostics: [Diagnostic]

  /// A grade book with these contents.
  public init(
    student: Student,
    period: GradingPeriod,
    grades: Section<[Grade]>,
    subjects: Section<[SubjectAverage]>,
    average: Mark?,
    classAverage: Mark?,
    diagnostics: [Diagnostic] = []
  ) {
    self.student = student
    self.period = period
    self.grades = grades
    self.subjects = subjects
    self.average = average
    self.classAverage = classAverage
    self.diagnostics = diagnostics
  }
}
