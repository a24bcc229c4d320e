import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// Absences, late arrivals, punishments and observations of a student that fall on some days.
  ///
  /// - Parameter today: the last day whose lessons count as held; nil for the day that the content was made for.
  package func attendance(
    forStudent key: Int64,
    from: LocalDate,
    to: LocalDate,
    upTo today: LocalDate? = nil
  ) throws -> AttendanceRecord {
    let days = from.dayNumber...max(from.dayNumber, to.dayNumber)
    return try store.read { db in
      let absences = try absences(db, key).filter { days.contains($0.start.date.dayNumber) }
      return AttendanceRecord(
        absences: absences,
        delays: try delays(db, key).filter { days.contains($0.date.date.dayNumber) },
        punishments: try punishments(db, key).filter { days.contains($0.date.dayNumber) },
        observations: try observations(db, key).filter { days.contains($0.date.dayNumber) },
        subjects: subjectTimes(
          try lessons(db, forStudent: key, from: from, to: min(to, today ?? calendar.today)),
          missed: absences
        )
      )
    }
  }

  private func subjectTimes(_ lessons: [LessonRecord], missed absences: [AbsenceRecord]) -> [SubjectAttendanceRecord] {
    var times: [Int64: SubjectAttendanceRecord] = [:]
    for lesson in lessons where !lesson.isCancelled {
      guard let subject = lesson.subject else { continue }
      let seconds = lesson.duration * CalendarRecord.slotMinutes * 60
      let isMissed = absences.contains { $0.start < lesson.end && lesson.start < $0.end ?? lesson.end }
      var time = times[subject.key] ?? SubjectAttendanceRecord(subject: subject, secondsHeld: 0, secondsMissed: 0)
      time.secondsHeld += seconds
      time.secondsMissed += isMissed ? seconds : 0
      times[subject.key] = time
    }
    return times.values.sorted { $0.subject.order < $1.subject.order }
  }

  private func absences(_ db: Database, _ student: Int64) throws -> [AbsenceRecord] {
    try db.rows("SELECT * FROM absence WHERE studentKey = ? ORDER BY start, key", [student]) { row in
      let end: Int? = row["end"]
      let halfDays: Int = row["halfDays"]
      return AbsenceRecord(
        key: row["key"],
        start: LocalDateTime(storedSeconds: row["start"]),
        end: end.map(LocalDateTime.init(storedSeconds:)),
        isExcused: row["isExcused"],
        isOpen: end == nil,
        isSettled: row["isSettled"],
        hours: row["hours"],
        days: Double(halfDays) / 2,
        needsReason: row["needsReason"],
        reason: row["reason"]
      )
    }
  }

  private func delays(_ db: Database, _ student: Int64) throws -> [DelayRecord] {
    try db.rows("SELECT * FROM delay WHERE studentKey = ? ORDER BY date, key", [student]) { row in
      DelayRecord(
        key: row["key"],
        date: LocalDateTime(storedSeconds: row["date"]),
        minutes: row["minutes"],
        isExcused: row["isExcused"],
        isSettled: row["isSettled"],
        excuse: row["excuse"],
        needsReason: row["needsReason"],
        reason: row["reason"]
      )
    }
  }

  private func punishments(_ db: Database, _ student: Int64) throws -> [PunishmentRecord] {
    try db.rows("SELECT * FROM punishment WHERE studentKey = ? ORDER BY date, key", [student]) { row in
      let key: Int64 = row["key"]
      return PunishmentRecord(
        key: key,
        nature: Reference(key: row["natureKey"], label: row["natureLabel"]),
        natureCode: row["natureCode"],
        date: LocalDate(dayNumber: row["date"]),
        slot: row["slot"],
        isExclusion: row["isExclusion"],
        isLinkedToIncident: row["isLinkedToIncident"],
        work: row["work"],
        workAttachments: try db.attachments(of: .punishmentWork, key),
        circumstances: row["circumstances"],
        circumstanceAttachments: try db.attachments(of: .punishmentCircumstances, key),
        reasons: (row["reasons"] as String).storedLines,
        author: directory.people[row["authorKey"]]?.civilLabel ?? "",
        minutes: row["minutes"],
        schedule: try db.rows(
          "SELECT key, date, slot, minutes FROM punishmentSession WHERE punishmentKey = ? ORDER BY date",
          [key]
        ) { row in
          PunishmentSessionRecord(
            key: row[0],
            date: LocalDate(dayNumber: row[1]),
            slot: row[2],
            minutes: row[3]
          )
        }
      )
    }
  }

  private func observations(_ db: Database, _ student: Int64) throws -> [ObservationRecord] {
    try db.rows("SELECT * FROM observation WHERE studentKey = ? ORDER BY date, key", [student]) { row in
      ObservationRecord(
        key: row["key"],
        title: row["title"],
        code: row["code"],
        date: LocalDate(dayNumber: row["date"]),
        section: Reference(key: row["sectionKey"], label: row["sectionLabel"]),
        subject: (row["subjectKey"] as Int64?).flatMap { directory.subjects[$0]?.reference },
        comment: row["comment"],
        isRead: row["isRead"],
        needsAcknowledgement: row["needsAcknowledgement"],
        author: directory.people[row["authorKey"]]?.civilLabel ?? ""
      )
    }
  }
}
