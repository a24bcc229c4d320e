import GRDB

extension Database {
  /// Every row of a query with a cached statement, mapped while the cursor stands on it.
  func rows<Value>(
    _ sql: String,
    _ arguments: StatementArguments = [],
    map: (Row) throws -> Value
  ) throws -> [Value] {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    while let row = try cursor.next() {
      values.append(try map(row))
    }
    return values
  }

  /// Whether a query has a row.
  func hasRow(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments) != nil
  }

  /// Runs a statement that changes rows, with a cached statement.
  ///
  /// - Returns: how many rows changed.
  @discardableResult
  func change(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try cachedStatement(sql: sql).execute(arguments: arguments)
    return changesCount
  }
}
