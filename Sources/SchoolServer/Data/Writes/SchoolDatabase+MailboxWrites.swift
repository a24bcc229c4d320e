import GRDB

extension SchoolDatabase {
  /// Marks copies of messages as read or unread.
  ///
  /// - Returns: how many changed.
  package func setMessagesRead(person: Int64, possessions: [Int64], read: Bool) throws -> Int {
    try update("SET isRead = ?", read, "isRead", person, possessions)
  }

  /// Throws copies of messages away, to be restored or deleted later.
  ///
  /// - Returns: how many changed.
  package func moveToTrash(person: Int64, possessions: [Int64]) throws -> Int {
    try update("SET isTrashed = ?", true, "isTrashed", person, possessions)
  }

  /// Takes copies of messages out of the trash.
  ///
  /// - Returns: how many changed.
  package func restoreFromTrash(person: Int64, possessions: [Int64]) throws -> Int {
    try update("SET isTrashed = ?", false, "isTrashed", person, possessions)
  }

  /// Deletes copies of messages for ever; a draft disappears with its only copy.
  ///
  /// - Returns: how many were deleted.
  package func deleteMessages(person: Int64, possessions: [Int64]) throws -> Int {
    try store.write { db in
      try possessions.reduce(0) { count, key in
        try db.change(
          """
          DELETE FROM message WHERE isDraft
            AND key = (SELECT messageKey FROM possession WHERE key = ? AND ownerKey = ?)
          """,
          [key, person]
        )
        return count + (try db.change("DELETE FROM possession WHERE key = ? AND ownerKey = ?", [key, person]))
      }
    }
  }

  private func update(
    _ change: String,
    _ value: Bool,
    _ column: String,
    _ person: Int64,
    _ possessions: [Int64]
  ) throws -> Int {
    try store.write { db in
      try possessions.reduce(0) { count, key in
        count
          + (try db.change(
            "UPDATE possession \(change) WHERE key = ? AND ownerKey = ? AND \(column) <> ?",
            [value, key, person, value]
          ))
      }
    }
  }
}
