public import SchoolModel

/// Homework that is given.
public struct NewHomework: Sendable, Hashable {
  /// A student who gets it: a login or a name.
  public var student: String
  /// The subject, by name or code.
  public var subject: String
  /// The day on which it is due.
  public var due: LocalDate
  /// What there is to do, as plain text; lines stay lines.
  public var text: String
  /// The day on which it is given; nil for the day on which it is entered.
  public var given: LocalDate?
  /// How long it should take, in minutes; 0 when that is not said.
  public var minutes: Int

  /// Homework.
  public init(
    student: String,
    subject: String,
    due: LocalDate,
    text: String,
    given: LocalDate? = nil,
    minutes: Int = 0
  ) {
    self.student = student
    self.subject = subject
    self.due = due
    self.text = text
    self.given = given
    self.minutes = minutes
  }
}
