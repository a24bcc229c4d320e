/// How many lessons of which length each subject has in a week.
enum Curriculum {
  /// A run of equal lessons of one subject for a whole class.
  struct Course {
    let subject: Int64
    /// Lessons in a week.
    let count: Int
    /// Hours of each lesson.
    let hours: Int
    /// 0 every week, 1 only in the weeks of the first fortnight.
    var fortnight = 0
  }

  /// The lessons that a whole class has together.
  static func courses(grade: Int) -> [Course] {
    let isFirstYear = grade == 6
    return [
      Course(subject: SubjectPlan.sport, count: isFirstYear ? 2 : 1, hours: 2),
      Course(subject: SubjectPlan.sport, count: isFirstYear ? 0 : 1, hours: 1),
      Course(subject: SubjectPlan.french, count: isFirstYear ? 5 : 4, hours: 1),
      Course(subject: SubjectPlan.maths, count: isFirstYear ? 5 : 4, hours: 1),
      Course(subject: SubjectPlan.history, count: 3, hours: 1),
      Course(subject: SubjectPlan.english, count: isFirstYear ? 4 : 3, hours: 1),
      Course(subject: SubjectPlan.biology, count: 1, hours: 1),
      Course(subject: SubjectPlan.physics, count: 1, hours: 1),
      Course(subject: SubjectPlan.technology, count: 1, hours: 1),
      Course(subject: SubjectPlan.arts, count: 1, hours: 1),
      Course(subject: SubjectPlan.music, count: 1, hours: 1),
      Course(subject: SubjectPlan.classLife, count: 1, hours: 1, fortnight: 1),
    ]
  }

  /// Lessons in a week of a second language, from grade 5 on.
  static let languageCount = 3
  /// Lessons in a week of Latin, from grade 5 on.
  static let latinCount = 2

  /// How long a student has a subject in an average week, in minutes.
  static func weeklyMinutes(subject: Int64, grade: Int) -> Int {
    switch subject {
    case SubjectPlan.spanish, SubjectPlan.german: languageCount * 60
    case SubjectPlan.latin: latinCount * 60
    default:
      courses(grade: grade).filter { $0.subject == subject }.reduce(0) { total, course in
        total + course.count * course.hours * 60 / (course.fortnight == 0 ? 1 : 2)
      } + ([SubjectPlan.biology, SubjectPlan.physics].contains(subject) ? 30 : 0)
    }
  }
}
