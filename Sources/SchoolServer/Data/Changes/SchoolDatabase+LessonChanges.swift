import GRDB
import SchoolModel

extension SchoolDatabase {
  /// Cancels a lesson.
  func cancel(_ db: Database, _ name: LessonName, status: String) throws {
    try cancel(db, try lesson(db, named: name).key, status)
  }

  /// Moves a lesson: the old entry is cancelled, and a new one takes over what belongs to it.
  func move(_ db: Database, _ name: LessonName, to start: LocalDateTime, room: String?) throws {
    let lesson = try lesson(db, named: name)
    let room = try room.map { try self.room(named: $0) }
    try require(start.date, "the new day")
    let minutes = start.time.minuteOfDay - CalendarRecord.firstMinute
    let slot = minutes / CalendarRecord.slotMinutes
    let last = CalendarRecord.time(ofSlot: CalendarRecord.slotsPerDay - lesson.duration)
    guard minutes >= 0, minutes.isMultiple(of: CalendarRecord.slotMinutes), start.time.second == 0, start.time <= last
    else {
      throw ChangeProblem(
        "a lesson of that length starts every half hour from \(CalendarRecord.time(ofSlot: 0)) to \(last), and not at \(start.time)"
      )
    }
    guard start != lesson.start else { throw ChangeProblem("the lesson is at \(start) already") }
    let columns = """
      kind, duration, subjectKey, title, classKey, groupKey, studentKey, teacherKey, secondTeacherKey, color, memo, \
      hasHomework, companions, notebookKey, notebookCategory, hasContent, isTest
      """
    try db.change(
      """
      INSERT INTO lesson (date, slot, rank, roomKey, status, isCancelled, \(columns))
      SELECT ?, ?, rank + 300, coalesce(?, roomKey), 'Cours déplacé', 0, \(columns) FROM lesson WHERE key = ?
      """,
      [start.date.dayNumber, slot, room, lesson.key]
    )
    try db.change("UPDATE homework SET lessonKey = ? WHERE lessonKey = ?", [db.lastInsertedRowID, lesson.key])
    try db.change(
      """
      UPDATE lesson SET hasHomework = 0, notebookKey = NULL, notebookCategory = 0, hasContent = 0, isTest = 0
      WHERE key = ?
      """,
      [lesson.key]
    )
    try cancel(db, lesson.key, "Cours déplacé")
  }

  /// Puts a lesson into another room.
  func changeRoom(_ db: Database, _ name: LessonName, to room: String) throws {
    let lesson = try lesson(db, named: name)
    try db.change(
      "UPDATE lesson SET roomKey = ?, status = 'Changement de salle' WHERE key = ?",
      [try self.room(named: room), lesson.key]
    )
  }

  private func cancel(_ db: Database, _ lesson: Int64, _ status: String) throws {
    try db.change("UPDATE lesson SET isCancelled = 1, status = ? WHERE key = ?", [status, lesson])
  }
}
