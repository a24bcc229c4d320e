import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// Starts a discussion; recipients who refuse discussions or do not exist are left out.
  ///
  /// - Returns: its key; nil when no recipient is left.
  package func startDiscussion(
    by author: Int64,
    subject: String,
    content: String,
    isHTML: Bool,
    recipients: [Int64],
    at date: LocalDateTime
  ) throws -> Int64? {
    var people: [Int64] = []
    for key in recipients where key != author && !people.contains(key) {
      if directory.people[key]?.acceptsDiscussions == true { people.append(key) }
    }
    guard !people.isEmpty, directory.people[author] != nil else { return nil }
    return try store.write { db in
      try db.change(
        "INSERT INTO discussion (subject, initiatorKey, isClosed) VALUES (?, ?, 0)",
        [subject, author]
      )
      let key = db.lastInsertedRowID
      for (position, person) in ([author] + people).enumerated() {
        try db.change(
          "INSERT INTO participant (discussionKey, personKey, position) VALUES (?, ?, ?)",
          [key, person, position]
        )
      }
      let message = NewMessage(
        discussion: key,
        source: nil,
        author: author,
        content: content,
        isHTML: isHTML,
        date: date
      )
      _ = try send(db, message)
      return key
    }
  }

  /// Answers a message, to everybody who takes part.
  ///
  /// - Returns: the key of the new message; nil when the discussion is closed or not the author's.
  package func reply(
    by author: Int64,
    toMessage source: Int64,
    content: String,
    isHTML: Bool,
    at date: LocalDateTime
  ) throws -> Int64? {
    try store.write { db in
      guard let discussion = try openDiscussion(db, ofMessage: source, for: author) else { return nil }
      return try send(
        db,
        NewMessage(
          discussion: discussion,
          source: source,
          author: author,
          content: content,
          isHTML: isHTML,
          date: date
        )
      )
    }
  }

  /// Saves what is not sent yet: a new draft, or another text for an existing one.
  ///
  /// - Returns: the key of the author's copy; nil when the discussion is closed or not theirs, or there is no such draft.
  package func saveDraft(
    by author: Int64,
    toMessage source: Int64,
    possession: Int64?,
    content: String,
    isHTML: Bool,
    at date: LocalDateTime
  ) throws -> Int64? {
    try store.write { db in
      if let possession {
        guard let draft = try draft(db, possession, of: author) else { return nil }
        try db.change(
          "UPDATE message SET content = ?, isHTML = ?, date = ? WHERE key = ?",
          [content, isHTML, date.storedSeconds, draft.message]
        )
        return possession
      }
      guard let discussion = try openDiscussion(db, ofMessage: source, for: author) else { return nil }
      let message = NewMessage(
        discussion: discussion,
        source: source,
        author: author,
        content: content,
        isHTML: isHTML,
        date: date
      )
      try insert(db, message, isDraft: true, owners: [author])
      return db.lastInsertedRowID
    }
  }

  /// Sends a draft, with another text when one is given.
  ///
  /// - Returns: the key of the new message; nil when there is no such draft or the discussion is closed.
  package func sendDraft(by author: Int64, possession: Int64, content: String?, at date: LocalDateTime) throws -> Int64?
  {
    try store.write { db in
      guard let draft = try draft(db, possession, of: author),
        let discussion = try openDiscussion(db, ofMessage: draft.message, for: author)
      else { return nil }
      try db.change("DELETE FROM possession WHERE key = ?", [possession])
      try db.change("DELETE FROM message WHERE key = ?", [draft.message])
      return try send(
        db,
        NewMessage(
          discussion: discussion,
          source: draft.source,
          author: author,
          content: content ?? draft.content,
          isHTML: draft.isHTML,
          date: date
        )
      )
    }
  }

  /// Opens or closes a discussion that the person started.
  ///
  /// - Returns: false when they did not.
  package func setDiscussionClosed(person: Int64, discussion: Int64, closed: Bool) throws -> Bool {
    try store.write { db in
      try db.change(
        "UPDATE discussion SET isClosed = ? WHERE key = ? AND initiatorKey = ?",
        [closed, discussion, person]
      ) > 0
    }
  }

  /// A message to be stored.
  private struct NewMessage {
    let discussion: Int64
    let source: Int64?
    let author: Int64
    let content: String
    let isHTML: Bool
    let date: LocalDateTime
  }

  private func send(_ db: Database, _ message: NewMessage) throws -> Int64 {
    try insert(db, message, isDraft: false, owners: try db.participants(ofDiscussion: message.discussion))
  }

  @discardableResult
  private func insert(_ db: Database, _ message: NewMessage, isDraft: Bool, owners: [Int64]) throws -> Int64 {
    try db.change(
      """
      INSERT INTO message (discussionKey, sourceKey, authorKey, date, isHTML, content, isDraft)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        message.discussion, message.source, message.author, message.date.storedSeconds, message.isHTML,
        message.content, isDraft,
      ]
    )
    let key = db.lastInsertedRowID
    for owner in owners {
      try db.change(
        "INSERT INTO possession (messageKey, ownerKey, isRead, isTrashed) VALUES (?, ?, ?, 0)",
        [key, owner, owner == message.author]
      )
    }
    return key
  }

  /// The discussion of a message when it is open and the person takes part.
  private func openDiscussion(_ db: Database, ofMessage key: Int64, for person: Int64) throws -> Int64? {
    try db.rows(
      """
      SELECT d.key FROM message m JOIN discussion d ON d.key = m.discussionKey
        JOIN participant p ON p.discussionKey = d.key AND p.personKey = ?
      WHERE m.key = ? AND NOT d.isClosed
      """,
      [person, key]
    ) { $0[0] as Int64 }.first
  }

  private func draft(
    _ db: Database,
    _ possession: Int64,
    of author: Int64
  ) throws -> (message: Int64, source: Int64?, content: String, isHTML: Bool)? {
    try db.rows(
      """
      SELECT m.key, m.sourceKey, m.content, m.isHTML FROM possession p JOIN message m ON m.key = p.messageKey
      WHERE p.key = ? AND p.ownerKey = ? AND m.isDraft
      """,
      [possession, author]
    ) { row in
      (message: row[0] as Int64, source: row[1] as Int64?, content: row[2] as String, isHTML: row[3] as Bool)
    }.first
  }
}
