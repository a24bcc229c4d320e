import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// The timetable of a student: class, groups and what concerns the student alone; by start, then rank.
  ///
  /// - Parameters:
  ///   - key: the student.
  ///   - from: the first day.
  ///   - to: the last day.
  package func lessons(forStudent key: Int64, from: LocalDate, to: LocalDate) throws -> [LessonRecord] {
    try store.read { db in try lessons(db, forStudent: key, from: from, to: to) }
  }

  /// The timetable of a teacher or staff member.
  package func lessons(forTeacher key: Int64, from: LocalDate, to: LocalDate) throws -> [LessonRecord] {
    try store.read { db in
      let first = try lessons(db, "teacherKey = ?", key, from, to)
      let second = try lessons(db, "secondTeacherKey = ?", key, from, to)
      return sorted(first + second)
    }
  }

  /// The timetable of a class with its groups.
  package func lessons(forClass key: Int64, from: LocalDate, to: LocalDate) throws -> [LessonRecord] {
    try store.read { db in
      var found = try lessons(db, "classKey = ?", key, from, to)
      for group in directory.groups.values where group.classKeys.contains(key) {
        found += try lessons(db, "groupKey = ?", group.key, from, to)
      }
      return sorted(found)
    }
  }

  /// One entry of the timetable.
  package func lesson(_ key: Int64) throws -> LessonRecord? {
    try store.read { db in
      try db.rows("SELECT \(SchoolDatabase.lessonColumns) FROM lesson WHERE key = ?", [key], map: lesson(row:)).first
    }
  }

  /// The weeks in which a student has lessons.
  package func weeksWithLessons(forStudent key: Int64) throws -> [Int] {
    guard let student = directory.students[key] else { return [] }
    return try store.read { db in
      let days = try db.rows(
        "SELECT DISTINCT date FROM lesson WHERE classKey = ? ORDER BY date",
        [student.schoolClass.key]
      ) { row in LocalDate(dayNumber: row[0]) }
      return Array(Set(days.map { calendar.year.weekNumber(of: $0) })).sorted()
    }
  }

  /// The timetable of a student, inside a read.
  func lessons(
    _ db: Database,
    forStudent key: Int64,
    from: LocalDate,
    to: LocalDate
  ) throws -> [LessonRecord] {
    guard let student = directory.students[key] else { return [] }
    var found = try lessons(db, "classKey = ?", student.schoolClass.key, from, to)
    for group in student.groups {
      found += try lessons(db, "groupKey = ?", group.key, from, to)
    }
    found += try lessons(db, "studentKey = ?", key, from, to)
    var exemptions: [Int64: ExemptionRecord] = [:]
    let rows = try db.rows(
      "SELECT key, lessonKey, reason, worksAtHome, mustBePresent FROM exemption WHERE studentKey = ?",
      [key]
    ) { row in
      (
        lesson: row[1] as Int64,
        exemption: ExemptionRecord(key: row[0], reason: row[2], worksAtHome: row[3], mustBePresent: row[4])
      )
    }
    for row in rows { exemptions[row.lesson] = row.exemption }
    if !exemptions.isEmpty {
      for index in found.indices { found[index].exemption = exemptions[found[index].key] }
    }
    return sorted(found)
  }

  /// The lesson that a notebook entry belongs to, inside a read.
  func lesson(_ db: Database, notebook key: Int64) throws -> LessonRecord? {
    try db.rows(
      "SELECT \(SchoolDatabase.lessonColumns) FROM lesson WHERE notebookKey = ?",
      [key],
      map: lesson(row:)
    ).first
  }

  private func lessons(
    _ db: Database,
    _ condition: String,
    _ key: Int64,
    _ from: LocalDate,
    _ to: LocalDate
  ) throws -> [LessonRecord] {
    try db.rows(
      "SELECT \(SchoolDatabase.lessonColumns) FROM lesson WHERE \(condition) AND date BETWEEN ? AND ?",
      [key, from.dayNumber, to.dayNumber],
      map: lesson(row:)
    )
  }

  private func sorted(_ lessons: [LessonRecord]) -> [LessonRecord] {
    lessons.sorted { ($0.date.dayNumber, $0.slot, $0.rank, $0.key) < ($1.date.dayNumber, $1.slot, $1.rank, $1.key) }
  }

  private static let lessonColumns = """
    key, kind, date, slot, duration, rank, subjectKey, title, classKey, groupKey, studentKey, teacherKey, \
    secondTeacherKey, roomKey, color, status, isCancelled, memo, hasHomework, companions, notebookKey, \
    notebookCategory, hasContent, isTest
    """

  /// Reads ``lessonColumns``.
  private func lesson(row: Row) -> LessonRecord {
    let key: Int64 = row[0]
    let kind = LessonRecord.Kind(rawValue: row[1]) ?? .lesson
    let schoolClass = (row[8] as Int64?).flatMap { directory.schoolClass($0)?.reference }
    let notebook: Int64? = row[20]
    let companions: String? = row[19]
    let title: String? = row[7]
    return LessonRecord(
      key: key,
      kind: kind,
      date: LocalDate(dayNumber: row[2]),
      slot: row[3],
      duration: row[4],
      rank: row[5],
      subject: (row[6] as Int64?).flatMap { directory.subjects[$0] },
      title: title,
      teachers: [row[11] as Int64?, row[12] as Int64?].compactMap { directory.reference($0) },
      schoolClass: schoolClass,
      group: (row[9] as Int64?).flatMap { directory.groups[$0] },
      studentKey: row[10],
      rooms: (row[13] as Int64?).flatMap { directory.rooms[$0] }.map { [$0] } ?? [],
      color: row[14],
      status: row[15],
      isCancelled: row[16],
      memo: row[17],
      hasHomework: row[18],
      notebook: notebook.map {
        NotebookReference(
          key: $0,
          category: ContentCategory(rawValue: row[21]) ?? .none,
          hasContent: row[22],
          isTest: row[23]
        )
      },
      links: directory.lessonLinks[key] ?? [],
      exemption: nil,
      outing: kind != .outing
        ? nil
        : OutingRecord(
          title: title ?? "",
          companions: companions?.storedLines ?? [],
          audienceKind: "Classe",
          audience: schoolClass?.label ?? ""
        )
    )
  }
}
