/// A page of PRONOTE ("onglet"): a call names the one it comes from, and the server checks that the account has it.
/// Source: functions document 1.8.
package enum Tab {
  package static let home = 7
  package static let news = 8
  package static let menus = 10
  package static let reportCard = 13
  package static let timetable = 16
  package static let schoolLife = 19
  package static let teachingStaff = 37
  package static let personalData = 49
  package static let homework = 88
  package static let lessonContent = 89
  package static let studentList = 105
  package static let discussions = 131
  package static let latestGrades = 198
  package static let latestEvaluations = 201
}
