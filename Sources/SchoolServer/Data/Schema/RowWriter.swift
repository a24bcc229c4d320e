import GRDB
import SchoolModel

/// Inserts rows into one table through one prepared statement.
struct RowWriter {
  private let statement: Statement

  /// Prepares the insertion into a table, columns separated by spaces.
  init(_ db: Database, _ table: String, _ columns: String) throws {
    let names = columns.split(separator: " ")
    let marks = Array(repeating: "?", count: names.count).joined(separator: ",")
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(names.joined(separator: ","))) VALUES (\(marks))"
    )
  }

  /// Inserts one row; there must be as many values as columns.
  func insert(_ values: (any DatabaseValueConvertible)?...) throws {
    // The number of values is the same as that of the columns in every call; checking it costs a fifth of an insertion.
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}
