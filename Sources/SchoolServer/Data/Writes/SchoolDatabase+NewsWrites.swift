import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// Marks news as read, or unread.
  ///
  /// - Returns: false when the news is not for this person.
  package func setNewsRead(person: Int64, news: Int64, read: Bool) throws -> Bool {
    try store.write { db in
      guard try receives(db, person: person, news: news) else { return false }
      try setState(db, person: person, news: news, "isRead", read)
      return true
    }
  }

  /// Deletes news from a person's list, for ever.
  ///
  /// - Returns: false when the news is not for this person.
  package func deleteNews(person: Int64, news: Int64) throws -> Bool {
    try store.write { db in
      guard try receives(db, person: person, news: news) else { return false }
      try setState(db, person: person, news: news, "isDeleted", true)
      return true
    }
  }

  /// Stores an answer or an acknowledgement, replacing an earlier answer, and marks the news as read.
  ///
  /// - Parameters:
  ///   - person: who answers.
  ///   - question: the question.
  ///   - value: a text, the ranks of choices as a range text, or empty for an acknowledgement.
  ///   - freeText: the text of the "other" choice.
  ///   - date: when.
  /// - Returns: false when the question is not for this person or wants no answer.
  package func answerNews(
    person: Int64,
    question: Int64,
    value: String,
    freeText: String = "",
    at date: LocalDateTime
  ) throws -> Bool {
    try store.write { db in
      let found = try db.rows("SELECT newsKey, kind FROM newsQuestion WHERE key = ?", [question]) { row in
        (news: row[0] as Int64, kind: row[1] as Int)
      }
      guard let row = found.first, row.kind != NewsQuestionRecord.Kind.information.rawValue,
        try receives(db, person: person, news: row.news)
      else { return false }
      try db.change(
        "INSERT OR REPLACE INTO newsAnswer (questionKey, personKey, value, freeText, date) VALUES (?, ?, ?, ?, ?)",
        [question, person, value, freeText, date.storedSeconds]
      )
      try setState(db, person: person, news: row.news, "isRead", true)
      return true
    }
  }

  private func setState(_ db: Database, person: Int64, news: Int64, _ column: String, _ value: Bool) throws {
    try db.change(
      "INSERT OR IGNORE INTO newsState (newsKey, personKey, isRead, isDeleted) VALUES (?, ?, 0, 0)",
      [news, person]
    )
    try db.change("UPDATE newsState SET \(column) = ? WHERE newsKey = ? AND personKey = ?", [value, news, person])
  }

  private func receives(_ db: Database, person: Int64, news: Int64) throws -> Bool {
    guard let kind = directory.people[person]?.kind else { return false }
    let audiences = try db.rows(
      """
      SELECT audience FROM news WHERE key = ? AND NOT EXISTS
        (SELECT 1 FROM newsState WHERE newsKey = news.key AND personKey = ? AND isDeleted)
      """,
      [news, person]
    ) { $0[0] as String }
    return audiences.first?.keys.contains(Int64(kind.rawValue)) ?? false
  }
}
