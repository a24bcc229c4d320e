import SchoolModel

/// A lesson of the weekly timetable, before it is expanded to dates.
struct WeeklyLesson {
  /// 0 for Monday.
  var day: Int
  var slot: Int
  var duration: Int
  var subjectKey: Int64
  var classKeys: [Int64]
  var groupKey: Int64?
  var teacherKey: Int64
  var secondTeacherKey: Int64?
  var roomKey: Int64?
  /// 0 every week, 1 or 2 one of the fortnights only.
  var fortnight: Int
}

/// A dated lesson while the school is being made up.
struct PlannedLesson {
  var key: Int64
  var kind: LessonRecord.Kind = .lesson
  var date: LocalDate
  var slot: Int
  var duration: Int
  var rank: Int
  var subjectKey: Int64?
  var title: String?
  /// The classes concerned; one for a whole class, several for groups across classes.
  var classKeys: [Int64]
  var groupKey: Int64?
  var studentKey: Int64?
  var teacherKey: Int64?
  var secondTeacherKey: Int64?
  var roomKey: Int64?
  var status: String?
  var isCancelled = false
  var memo: String?
  var companions: String?
  var link: LessonLinkRecord?
  var isTest = false
  /// The title of the test that is written in it.
  var testTitle: String?
  var hasHomework = false
  var category = ContentCategory.none
  var notebookKey: Int64?
  var hasContent = false
  var isFortnightly = false

  /// Whether nothing particular happened to it yet.
  var isOrdinary: Bool {
    kind == .lesson && !isCancelled && status == nil && memo == nil && link == nil && !isTest
  }
}
