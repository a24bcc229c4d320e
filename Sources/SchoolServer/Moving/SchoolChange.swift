public import SchoolModel

/// Something that happens at a school while it runs, as teachers and the office would enter it.
///
/// People are named by the login of a student account, such as `demonstration`, or by the name of a student as the school
/// writes it, `PARENT Fanny`; subjects by their names or codes. Upper case and accents make no difference.
///
/// ```swift
/// try server.apply(.addGrade(NewGrade(student: "demonstration", subject: "Mathématiques", value: "15.5")))
/// ```
public enum SchoolChange: Sendable, Hashable {
  /// A student gets a grade in a new test, in which the rest of the class has none.
  case addGrade(NewGrade)
  /// A grade that is there is corrected.
  case changeGrade(GradeCorrection)
  /// A student's grade disappears, and its test with the last grade in it.
  case removeGrade(GradeName)
  /// Homework is given to the student's class, or to the group in which the student has the subject.
  case addHomework(NewHomework)
  /// A lesson does not take place. `status` is what the school says about it.
  case cancelLesson(LessonName, status: String = "Prof. absent")
  /// A lesson takes place at another time, as `Cours déplacé`; the old one is cancelled. It keeps its length, and its room
  /// unless another one is named. Whether people and room are free then is not looked at.
  case moveLesson(LessonName, to: LocalDateTime, room: String? = nil)
  /// A lesson takes place in another room.
  case changeRoom(LessonName, to: String)
  /// A student was, or is, absent.
  case addAbsence(NewAbsence)
  /// The school tells everybody something.
  case addNews(NewNews)
}
