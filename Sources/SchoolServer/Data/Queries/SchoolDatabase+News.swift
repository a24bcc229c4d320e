import GRDB
import SchoolModel

extension SchoolDatabase {
  /// The categories of news; the first is the default.
  package func newsCategories() throws -> [Reference] {
    try store.read { db in
      try db.rows("SELECT key, label FROM newsCategory ORDER BY key", map: Reference.init(row:))
    }
  }

  /// The news that a person receives and has not deleted, newest first.
  package func news(forPerson key: Int64) throws -> [NewsRecord] {
    guard let person = directory.people[key] else { return [] }
    return try store.read { db in try news(db, person, only: nil) }
  }

  /// One piece of news as a person receives it; nil when they do not or deleted it.
  package func news(_ news: Int64, forPerson key: Int64) throws -> NewsRecord? {
    guard let person = directory.people[key] else { return nil }
    return try store.read { db in try self.news(db, person, only: news).first }
  }

  private func news(_ db: Database, _ person: PersonRecord, only key: Int64?) throws -> [NewsRecord] {
    let rows = try db.rows(
      """
      SELECT n.key, n.title, n.authorKey, c.key, c.label, n.created, n.start, n.end, n.isSurvey, n.isAnonymous,
        n.audience, coalesce(s.isRead, 0), coalesce(s.isDeleted, 0)
      FROM news n JOIN newsCategory c ON c.key = n.categoryKey
        LEFT JOIN newsState s ON s.newsKey = n.key AND s.personKey = ?
      WHERE n.key = coalesce(?, n.key) ORDER BY n.start DESC, n.key DESC
      """,
      [person.key, key]
    ) { row -> NewsRecord? in
      guard !(row[12] as Bool), (row[10] as String).keys.contains(Int64(person.kind.rawValue)) else { return nil }
      return NewsRecord(
        key: row[0],
        title: row[1],
        author: directory.people[row[2]]?.civilLabel ?? "",
        category: Reference(key: row[3], label: row[4]),
        created: LocalDateTime(storedSeconds: row[5]),
        start: LocalDate(dayNumber: row[6]),
        end: LocalDate(dayNumber: row[7]),
        isSurvey: row[8],
        isAnonymous: row[9],
        isRead: row[11],
        recipient: person.reference,
        questions: try questions(db, news: row[0], person: person.key)
      )
    }
    return rows.compactMap(\.self)
  }

  private func questions(_ db: Database, news: Int64, person: Int64) throws -> [NewsQuestionRecord] {
    try db.rows(
      """
      SELECT q.key, q.rank, q.title, q.kind, q.html, q.maximumChoices, a.value, a.freeText, a.date
      FROM newsQuestion q LEFT JOIN newsAnswer a ON a.questionKey = q.key AND a.personKey = ?
      WHERE q.newsKey = ? ORDER BY q.rank
      """,
      [person, news]
    ) { row in
      let answer: String? = row[6]
      return NewsQuestionRecord(
        key: row[0],
        rank: row[1],
        title: row[2],
        kind: NewsQuestionRecord.Kind(rawValue: row[3]) ?? .information,
        html: row[4],
        maximumChoices: row[5],
        attachments: try db.attachments(of: .newsQuestion, row[0]),
        choices: try db.rows(
          "SELECT key, rank, label, isFreeText FROM newsChoice WHERE questionKey = ? ORDER BY rank",
          [row[0] as Int64]
        ) { row in NewsChoiceRecord(key: row[0], rank: row[1], label: row[2], isFreeText: row[3]) },
        answer: answer.map {
          NewsAnswerRecord(value: $0, freeText: row[7], date: LocalDateTime(storedSeconds: row[8]))
        }
      )
    }
  }
}
