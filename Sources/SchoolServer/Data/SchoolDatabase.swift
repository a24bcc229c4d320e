import Foundation
import GRDB
package import SchoolModel

/// A believable school of invented people in SQLite: in memory, or in a file that keeps what users change.
///
/// The content follows from a day and a seed: the same two give the same content, byte for byte. Reads and writes are
/// synchronous, take tens of microseconds, use one transaction each, and throw what SQLite throws.
package struct SchoolDatabase: Sendable {
  let store: any DatabaseWriter

  /// The school year around the day that the content was made for.
  package let calendar: CalendarRecord
  /// The school.
  package let establishment: EstablishmentRecord
  /// What never changes after generation, in memory.
  package let directory: SchoolDirectory

  /// Opens the school, and makes it up first when there is nothing yet.
  ///
  /// A file that already holds a school keeps its content and the day and seed it was made with: `today` and `seed`
  /// count only for a new file. ``calendar`` tells which day that was.
  ///
  /// - Parameters:
  ///   - path: the file; nil keeps everything in memory.
  ///   - today: the day around which to make up the school.
  ///   - seed: chooses among schools.
  /// - Throws: ``SchoolDataError``, or the error of SQLite.
  package static func open(
    at path: String? = nil,
    today: LocalDate,
    seed: UInt64 = 1
  ) throws -> SchoolDatabase {
    guard (1900...2999).contains(today.year) else {
      throw SchoolDataError(code: .dateOutOfRange, message: "\(today) is not in the years 1900 to 2999")
    }
    let store: any DatabaseWriter = if let path { try DatabasePool(path: path) } else { try DatabaseQueue() }
    let day = try store.write { db in
      let stored = try storedDay(in: db)
      try createSignInTables(in: db)
      try createStepTable(in: db)
      if stored == nil { try generate(in: db, today: today, seed: seed) }
      return stored ?? today
    }
    let calendar = CalendarRule.calendar(around: day)
    let (establishment, directory) = try store.read { db in
      (try EstablishmentRecord.load(from: db), try SchoolDirectory.load(from: db))
    }
    return SchoolDatabase(
      store: store,
      calendar: calendar,
      establishment: establishment,
      directory: directory
    )
  }

  /// The seed that the content was made with.
  func seed() throws -> UInt64 {
    try store.read { db in
      let text = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'seed'")
      return text.flatMap { UInt64($0) } ?? 1
    }
  }

  /// The day that the content of a database was made for; nil when the database is empty.
  private static func storedDay(in db: Database) throws -> LocalDate? {
    let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    if tables.isEmpty { return nil }
    guard tables.contains("meta"),
      try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'schema'") == "\(SchoolSchema.version)",
      let text = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'today'"),
      let day = LocalDate(text)
    else {
      throw SchoolDataError(code: .unknownFile, message: "the file is not a school of version \(SchoolSchema.version)")
    }
    return day
  }

  private static func generate(in db: Database, today: LocalDate, seed: UInt64) throws {
    try SchoolSchema.create(in: db)
    let meta = try RowWriter(db, "meta", "name value")
    try meta.insert("schema", "\(SchoolSchema.version)")
    try meta.insert("today", today.description)
    try meta.insert("seed", "\(seed)")
    var generator = SchoolGenerator(db: db, calendar: CalendarRule.calendar(around: today), seed: seed)
    try generator.generate()
    try SchoolSchema.createIndexes(in: db)
  }

  /// Every row of every table as text, sorted: two schools are the same when their dumps are.
  package func dump() throws -> [String] {
    try store.read { db in
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
          table + ":" + row.databaseValues.map(SchoolDatabase.text).joined(separator: "|")
        }
      }.sorted()
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "NULL"
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob(let data): data.base64EncodedString()
    }
  }
}
