import GRDB
import SchoolModel

extension SchoolDatabase {
  /// How many days news is shown.
  private static let newsDays = 30

  /// Publishes news for everybody, by the author of the school's first news.
  func add(_ db: Database, _ news: NewNews, at time: LocalDateTime) throws {
    let kind: NewsQuestionRecord.Kind = news.wantsAcknowledgement ? .acknowledgement : .information
    try db.change(
      """
      INSERT INTO news (title, authorKey, categoryKey, created, start, end, isSurvey, isAnonymous, audience)
      SELECT ?, authorKey, categoryKey, ?, ?, ?, 0, 0, audience FROM news ORDER BY key LIMIT 1
      """,
      [
        news.title, time.storedSeconds, time.date.dayNumber, time.date.adding(days: Self.newsDays).dayNumber,
      ]
    )
    try db.change(
      "INSERT INTO newsQuestion (newsKey, rank, title, kind, html, maximumChoices) VALUES (?, 1, ?, ?, ?, 0)",
      [db.lastInsertedRowID, news.title, kind.rawValue, Self.html(news.text)]
    )
  }
}
