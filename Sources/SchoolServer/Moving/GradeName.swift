/// Which grade is meant: of several with the same title, the newest.
public struct GradeName: Sendable, Hashable {
  /// The student: a login or a name.
  public var student: String
  /// The subject, by name or code.
  public var subject: String
  /// The title of the test.
  public var title: String

  /// The newest grade of a student in a subject with this title.
  public init(student: String, subject: String, title: String) {
    self.student = student
    self.subject = subject
    self.title = title
  }
}
