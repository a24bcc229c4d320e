/// The homework of one student that is due between two days.
public struct HomeworkList: Hashable, Sendable {
  /// Whose homework this is.
  public var student: Student

  /// The first and the last due day that were asked for.
  public var days: ClosedRange<LocalDate>

  /// The homework, by due day.
  public var homework: [Homework]

  /// Items that could not be read.
  public var diagnostics: [Diagnostic]

  /// A list with this homework.
  public init(student: Student, days: ClosedRange<LocalDate>, homework: [Homework], diagnostics: [Diagnostic] = []) {
    self.student = student
    self.days = days
    self.homework = homework
    self.diagnostics = diagnostics
  }
}
