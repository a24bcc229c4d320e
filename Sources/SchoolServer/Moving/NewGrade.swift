public import SchoolModel

/// A grade that a student gets.
public struct NewGrade: Sendable, Hashable {
  /// The student: a login or a name.
  public var student: String
  /// The subject, by name or code.
  public var subject: String
  /// The points, as `15.5` or `15,5`; or in place of points `absent`, `exempted`, `notGraded`, `unfit`, `notHandedIn`,
  /// `absentCountedZero`, `notHandedInCountedZero`, `congratulations` or `empty`.
  public var value: String
  /// What the points are out of.
  public var scale: String
  /// The weight in the average.
  public var coefficient: String
  /// The title of the test.
  public var title: String
  /// What the teacher says about this student's work; may be empty.
  public var remark: String
  /// The day of the test; nil for the day on which the grade is entered.
  public var date: LocalDate?

  /// A grade out of 20 with the weight 1, where nothing else is said.
  public init(
    student: String,
    subject: String,
    value: String,
    scale: String = "20",
    coefficient: String = "1",
    title: String = "Contrôle",
    remark: String = "",
    date: LocalDate? = nil
  ) {
    self.student = student
    self.subject = subject
    self.value = value
    self.scale = scale
    self.coefficient = coefficient
    self.title = title
    self.remark = remark
    self.date = date
  }
}
