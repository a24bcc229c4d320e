import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// What was done in a student's lessons of some days; lessons without content are left out.
  package func notebook(forStudent key: Int64, from: LocalDate, to: LocalDate) throws -> [NotebookEntryRecord] {
    try store.read { db in
      try lessons(db, forStudent: key, from: from, to: to).compactMap { try notebookEntry(db, of: $0) }
    }
  }

  /// One entry of the notebook; nil when there is none or nothing was written into it.
  package func notebookEntry(_ key: Int64) throws -> NotebookEntryRecord? {
    try store.read { db in
      try lesson(db, notebook: key).flatMap { try notebookEntry(db, of: $0) }
    }
  }

  private func notebookEntry(_ db: Database, of lesson: LessonRecord) throws -> NotebookEntryRecord? {
    guard let notebook = lesson.notebook, notebook.hasContent else { return nil }
    let contents = try db.rows(
      "SELECT key, title, html, category, themeKey FROM lessonContent WHERE notebookKey = ? ORDER BY position",
      [notebook.key]
    ) { row in
      let key: Int64 = row[0]
      return LessonContentRecord(
        key: key,
        title: row[1],
        html: row[2],
        category: ContentCategory(rawValue: row[3]) ?? .none,
        themes: (row[4] as Int64?).flatMap { directory.themes[$0] }.map { [$0] } ?? [],
        attachments: try db.attachments(of: .lessonContent, key)
      )
    }
    let due =
      !lesson.hasHomework
      ? nil
      : try db.rows("SELECT min(due) FROM homework WHERE lessonKey = ?", [lesson.key]) { row in row[0] as Int? }.first
    return NotebookEntryRecord(
      key: notebook.key,
      lesson: lesson,
      homeworkDue: due.flatMap { $0 }.map(LocalDate.init(dayNumber:)),
      contents: contents
    )
  }

  /// The homework of a student that is due on some days, by due day.
  package func homework(forStudent key: Int64, dueFrom: LocalDate, to: LocalDate) throws -> [HomeworkRecord] {
    guard let student = directory.students[key] else { return [] }
    return try store.read { db in
      var found = try homework(
        db,
        "classKey = ? AND due BETWEEN ? AND ?",
        [student.schoolClass.key, dueFrom.dayNumber, to.dayNumber],
        key
      )
      for group in student.groups {
        found += try homework(
          db,
          "groupKey = ? AND due BETWEEN ? AND ?",
          [group.key, dueFrom.dayNumber, to.dayNumber],
          key
        )
      }
      return found.sorted {
        ($0.due.dayNumber, $0.subject.order, $0.key) < ($1.due.dayNumber, $1.subject.order, $1.key)
      }
    }
  }

  /// The homework that the lesson of a notebook entry gave to a student.
  package func homework(forStudent key: Int64, notebook: Int64) throws -> [HomeworkRecord] {
    guard let student = directory.students[key] else { return [] }
    return try store.read { db in
      guard try lesson(db, notebook: notebook).map({ concerns($0, student) }) == true else { return [] }
      return try homework(db, "notebookKey = ?", [notebook], key)
    }
  }

  /// A stored file that is attached to something; nil for links and unknown keys.
  package func attachmentContent(_ key: Int64) throws -> FileRecord? {
    try store.read { db in
      try db.rows(
        """
        SELECT attachment.name AS name, file.mediaType AS mediaType, file.content AS content
        FROM attachment JOIN file ON file.key = attachment.fileKey WHERE attachment.key = ?
        """,
        [key],
        map: FileRecord.init(row:)
      ).first
    }
  }

  private func concerns(_ lesson: LessonRecord, _ student: StudentRecord) -> Bool {
    if let group = lesson.group { return student.groups.contains(group) }
    return lesson.schoolClass?.key == student.schoolClass.key
  }

  private func homework(
    _ db: Database,
    _ condition: String,
    _ arguments: StatementArguments,
    _ student: Int64
  ) throws -> [HomeworkRecord] {
    try db.rows(
      """
      SELECT key, lessonKey, notebookKey, subjectKey, groupKey, given, due, html, minutes, difficulty, themeKey,
        handIn, isUploadOpen,
        EXISTS (SELECT 1 FROM homeworkDone WHERE homeworkKey = homework.key AND studentKey = ?) AS isDone
      FROM homework WHERE \(condition)
      """,
      [student] + arguments
    ) { row in
      let key: Int64 = row[0]
      return HomeworkRecord(
        key: key,
        subject: directory.subjects[row[3]] ?? .unknown,
        isForGroup: (row[4] as Int64?) != nil,
        lessonKey: row[1],
        notebookKey: row[2],
        given: LocalDate(dayNumber: row[5]),
        due: LocalDate(dayNumber: row[6]),
        html: row[7],
        minutes: row[8],
        difficulty: row[9],
        themes: (row[10] as Int64?).flatMap { directory.themes[$0] }.map { [$0] } ?? [],
        handIn: HomeworkRecord.HandIn(rawValue: row[11]) ?? .none,
        isUploadOpen: row[12],
        handedIn: try handedIn(db, homework: key, student: student),
        isDone: row[13],
        attachments: try db.attachments(of: .homework, key)
      )
    }
  }

  private func handedIn(_ db: Database, homework: Int64, student: Int64) throws -> AttachmentRecord? {
    try db.rows(
      """
      SELECT a.key AS key, a.name AS name, a.kind AS kind, a.url AS url
      FROM handIn JOIN attachment a ON a.key = handIn.attachmentKey WHERE homeworkKey = ? AND studentKey = ?
      """,
      [homework, student],
      map: AttachmentRecord.init(row:)
    ).first
  }
}
