import GRDB
import SchoolModel

extension SchoolDatabase {
  /// Enters an absence, with the lessons and half days that are missed by it.
  func add(_ db: Database, _ absence: NewAbsence) throws {
    let student = try student(db, named: absence.student)
    try require(absence.from.date, "the start of the absence")
    if let end = absence.to {
      try require(end.date, "the end of the absence")
      guard absence.from < end else { throw ChangeProblem("an absence from \(absence.from) cannot end at \(end)") }
    }
    // An open absence counts up to the end of its day for now.
    let end = absence.to ?? absence.from.date.adding(days: 1).at(.midnight)
    let lessons = try lessons(db, forStudent: student.key, from: absence.from.date, to: end.date)
    let missed = lessons.filter {
      !$0.isCancelled && $0.subject != nil && $0.start < end && absence.from < $0.end
    }
    // Two lessons at the same time are missed once.
    let slots = Set(
      missed.flatMap { lesson in
        (lesson.slot..<lesson.slot + lesson.duration).filter { slot in
          let times = (
            lesson.date.at(CalendarRecord.time(ofSlot: slot)), lesson.date.at(CalendarRecord.time(ofSlot: slot + 1))
          )
          return times.0 < end && absence.from < times.1
        }.map { [lesson.date.dayNumber, $0] }
      }
    )
    let minutes = slots.count * CalendarRecord.slotMinutes
    let halfDays = Set(slots.map { [$0[0], $0[1] < CalendarRecord.firstAfternoonSlot ? 0 : 1] })
    let isKnown = absence.reason != nil
    let rest = minutes % 60
    try db.change(
      """
      INSERT INTO absence (studentKey, start, end, isExcused, isSettled, hours, halfDays, needsReason, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        student.key, absence.from.storedSeconds, absence.to?.storedSeconds, isKnown, isKnown,
        "\(minutes / 60)h\(rest < 10 ? "0" : "")\(rest)", max(1, halfDays.count), !isKnown, absence.reason,
      ]
    )
  }
}
