import GRDB
import SchoolModel

extension SchoolDatabase {
  /// Gives homework to the class or group of a student, in the last lesson of the subject up to that day.
  func add(_ db: Database, _ homework: NewHomework, on today: LocalDate) throws {
    let student = try student(db, named: homework.student)
    let service = try service(homework.subject, of: student)
    let given = homework.given ?? today
    try require(homework.due, "the day on which it is due")
    guard given <= homework.due else {
      throw ChangeProblem("homework that is given on \(given) cannot be due on \(homework.due)")
    }
    guard (0...1440).contains(homework.minutes) else { throw ChangeProblem("\(homework.minutes) minutes are too many") }
    let lessons = try db.rows(
      """
      SELECT key, notebookKey FROM lesson
      WHERE subjectKey = ? AND CASE WHEN ? IS NULL THEN classKey = ? ELSE groupKey = ? END
      ORDER BY date > ?, abs(date - ?), key LIMIT 1
      """,
      [service.subjectKey, service.groupKey, service.classKey, service.groupKey, given.dayNumber, given.dayNumber]
    ) { row in (key: row[0] as Int64, notebook: row[1] as Int64?) }
    guard let lesson = lessons.first else { throw ChangeProblem("there are no lessons in “\(homework.subject)”") }
    try db.change(
      """
      INSERT INTO homework
        (lessonKey, notebookKey, subjectKey, classKey, groupKey, given, due, html, minutes, difficulty, handIn, isUploadOpen)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
      """,
      [
        lesson.key, lesson.notebook, service.subjectKey, service.groupKey == nil ? service.classKey : nil,
        service.groupKey, given.dayNumber, homework.due.dayNumber, Self.html(homework.text), homework.minutes,
      ]
    )
    try db.change("UPDATE lesson SET hasHomework = 1 WHERE key = ?", [lesson.key])
  }
}
