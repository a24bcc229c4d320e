import GRDB

/// A subject taught to one class by one teacher ("service").
struct ServiceRecord: Sendable {
  let key: Int64
  let classKey: Int64
  let subjectKey: Int64
  let teacherKey: Int64
  /// The group, for languages and options.
  let groupKey: Int64?
  /// The weight in report cards: `3,00`.
  let coefficient: String
  let weeklyMinutes: Int
  /// Whether marks are given.
  let isGraded: Bool

  init(row: Row) {
    key = row["key"]
    classKey = row["classKey"]
    subjectKey = row["subjectKey"]
    teacherKey = row["teacherKey"]
    groupKey = row["groupKey"]
    coefficient = row["coefficient"]
    weeklyMinutes = row["weeklyMinutes"]
    isGraded = row["isGraded"]
  }
}
