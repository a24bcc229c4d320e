import GRDB
import SchoolModel

extension SchoolGenerator {
  /// Writes the lessons with their links, and the demonstration student's exemption.
  mutating func writeLessons() throws {
    let writer = try RowWriter(
      db,
      "lesson",
      """
      key kind date slot duration rank subjectKey title classKey groupKey studentKey teacherKey secondTeacherKey \
      roomKey color status isCancelled memo hasHomework companions notebookKey notebookCategory hasContent isTest
      """
    )
    let linkWriter = try RowWriter(db, "lessonLink", "key lessonKey url label comment")
    var colors: [Int64: String] = [:]
    for subject in SubjectPlan.all { colors[subject.key] = subject.color }
    var linkKey: Int64 = 1
    for lesson in lessons {
      try writer.insert(
        lesson.key,
        lesson.kind.rawValue,
        lesson.date.dayNumber,
        lesson.slot,
        lesson.duration,
        lesson.rank,
        lesson.subjectKey,
        lesson.title,
        lesson.groupKey == nil ? lesson.classKeys.first : nil,
        lesson.groupKey,
        lesson.studentKey,
        lesson.teacherKey,
        lesson.secondTeacherKey,
        lesson.roomKey,
        lesson.subjectKey.flatMap { colors[$0] } ?? (lesson.kind == .detention ? "#C62828" : "#5C6BC0"),
        lesson.status,
        lesson.isCancelled,
        lesson.memo,
        lesson.hasHomework,
        lesson.companions,
        lesson.notebookKey,
        lesson.category.rawValue,
        lesson.hasContent,
        lesson.isTest
      )
      if let link = lesson.link {
        try linkWriter.insert(linkKey, lesson.key, link.url, link.label, link.comment)
        linkKey += 1
      }
    }
    try writeExemption()
  }

  /// The demonstration student is exempted from one sport lesson of the current week and one of an earlier one.
  private func writeExemption() throws {
    let writer = try RowWriter(db, "exemption", "key lessonKey studentKey reason worksAtHome mustBePresent")
    let sport = lessons.filter {
      $0.subjectKey == SubjectPlan.sport && $0.classKeys.contains(cast.mainClass) && !$0.isCancelled
    }
    if let lesson = sport.first(where: { $0.date.monday == calendar.today.monday }) {
      try writer.insert(1, lesson.key, cast.student, "Certificat médical", false, true)
    }
    if let lesson = sport.last(where: { $0.date.monday < calendar.today.monday }) {
      try writer.insert(2, lesson.key, cast.student, "Rendez-vous médical", true, false)
    }
  }
}
