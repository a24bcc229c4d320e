import GRDB
import SchoolModel

extension SchoolDatabase {
  /// The discussions of a person's mailbox, newest first; those in the trash carry its label.
  package func discussions(forPerson key: Int64, unreadOnly: Bool = false) throws -> [DiscussionRecord] {
    try store.read { db in
      var order: [Int64] = []
      var copies: [Int64: [Copy]] = [:]
      let found = try db.rows(
        """
        SELECT m.discussionKey, p.key, p.isRead, p.isTrashed, m.date, m.isDraft
        FROM possession p JOIN message m ON m.key = p.messageKey WHERE p.ownerKey = ? ORDER BY m.date, m.key
        """,
        [key]
      ) { row in
        (
          discussion: row[0] as Int64,
          copy: Copy(key: row[1], isRead: row[2], isTrashed: row[3], date: row[4], isDraft: row[5])
        )
      }
      for row in found {
        if copies[row.discussion] == nil { order.append(row.discussion) }
        copies[row.discussion, default: []].append(row.copy)
      }
      let discussions = try order.compactMap { try discussion(db, $0, copies[$0] ?? [], owner: key) }
      return discussions.filter { !unreadOnly || $0.unreadCount > 0 }
        .sorted { ($1.lastDate, $1.key) < ($0.lastDate, $0.key) }
    }
  }

  /// The discussion that some copies of a person belong to; nil when none is theirs.
  package func thread(forPerson key: Int64, possessions: [Int64]) throws -> DiscussionThreadRecord? {
    try store.read { db in
      for possession in possessions {
        let found = try db.rows(
          """
          SELECT d.key, d.subject, d.isClosed FROM possession p JOIN message m ON m.key = p.messageKey
            JOIN discussion d ON d.key = m.discussionKey WHERE p.key = ? AND p.ownerKey = ?
          """,
          [possession, key]
        ) { row in (key: row[0] as Int64, subject: row[1] as String, isClosed: row[2] as Bool) }
        guard let discussion = found.first else { continue }
        let messages = try messages(db, discussion: discussion.key, owner: key)
        return DiscussionThreadRecord(
          discussionKey: discussion.key,
          subject: discussion.subject,
          isClosed: discussion.isClosed,
          messages: messages,
          replyKey: messages.last { !$0.isDraft }?.key
        )
      }
      return nil
    }
  }

  /// Who takes part in the discussion of a message; empty when the person does not, or for unknown messages.
  package func participants(ofMessage key: Int64, for person: Int64) throws -> [ParticipantRecord] {
    try store.read { db in
      let people = try db.participants(ofMessage: key)
      return people.contains(person) ? people.compactMap(participant) : []
    }
  }

  /// A copy of a message in somebody's mailbox.
  private struct Copy {
    let key: Int64
    let isRead: Bool
    let isTrashed: Bool
    let date: Int
    let isDraft: Bool
  }

  private func discussion(_ db: Database, _ key: Int64, _ copies: [Copy], owner: Int64) throws -> DiscussionRecord? {
    let found = try db.rows(
      """
      SELECT subject, initiatorKey, isClosed, (SELECT min(key) FROM message WHERE discussionKey = discussion.key)
      FROM discussion WHERE key = ?
      """,
      [key]
    ) { row in (subject: row[0] as String, initiator: row[1] as Int64, isClosed: row[2] as Bool, first: row[3] as Int64)
    }
    guard let row = found.first else { return nil }
    let others = try db.participants(ofDiscussion: key).filter { $0 != owner }
    let sent = copies.filter { !$0.isDraft }
    let hasDraft = sent.count < copies.count
    let isTrashed = !copies.isEmpty && copies.allSatisfy(\.isTrashed)
    return DiscussionRecord(
      key: key,
      subject: row.subject,
      initiator: row.initiator == owner ? nil : directory.people[row.initiator]?.civilLabel,
      otherPeople: others.compactMap { directory.people[$0]?.civilLabel }.joined(separator: ", "),
      lastDate: LocalDateTime(storedSeconds: (sent.last ?? copies.last)?.date ?? 0),
      possessionKeys: copies.map(\.key),
      firstMessageKey: row.first,
      unreadCount: sent.filter { !$0.isRead }.count,
      messageCount: sent.count,
      draftCount: copies.count - sent.count,
      isClosed: row.isClosed,
      labels: (hasDraft ? [.drafts] : []) + (isTrashed ? [.trash] : [])
    )
  }

  private func messages(_ db: Database, discussion: Int64, owner: Int64) throws -> [MessageRecord] {
    let people = try db.participants(ofDiscussion: discussion)
    return try db.rows(
      """
      SELECT m.key, p.key, m.sourceKey, m.authorKey, m.date, p.isRead, m.isHTML, m.content, m.isDraft
      FROM message m JOIN possession p ON p.messageKey = m.key AND p.ownerKey = ?
      WHERE m.discussionKey = ? ORDER BY m.isDraft, m.date, m.key
      """,
      [owner, discussion]
    ) { row in
      let author: Int64 = row[3]
      let receivers = people.filter { $0 != author }
      let receiver = receivers.contains(owner) ? owner : receivers.first
      return MessageRecord(
        key: row[0],
        possessionKey: row[1],
        discussionKey: discussion,
        sourceKey: row[2],
        author: directory.reference(author) ?? PersonReference(key: author, kind: .staff, label: ""),
        authorLabel: directory.people[author]?.civilLabel ?? "",
        isMine: author == owner,
        receiverLabel: receiver == owner ? "Moi" : receiver.flatMap { directory.people[$0]?.civilLabel } ?? "",
        receiverKind: receiver.flatMap { directory.people[$0]?.kind },
        receiverCount: receivers.count,
        date: LocalDateTime(storedSeconds: row[4]),
        isRead: row[5],
        isHTML: row[6],
        content: row[7],
        isDraft: row[8],
        attachments: try db.attachments(of: .message, row[0])
      )
    }
  }

  private func participant(_ key: Int64) -> ParticipantRecord? {
    guard let person = directory.people[key] else { return nil }
    var label = person.civilLabel
    if person.kind == .guardian, let child = directory.children[key]?.first.flatMap({ directory.students[$0] }) {
      label += " - \(child.label) (\(child.schoolClass.label))"
    }
    return ParticipantRecord(person: person.reference, label: label, refusesMessages: !person.acceptsDiscussions)
  }
}

extension Database {
  /// Who takes part in a discussion, the initiator first.
  func participants(ofDiscussion key: Int64) throws -> [Int64] {
    try rows("SELECT personKey FROM participant WHERE discussionKey = ? ORDER BY position", [key]) { $0[0] }
  }

  /// Who takes part in the discussion of a message.
  func participants(ofMessage key: Int64) throws -> [Int64] {
    try rows(
      """
      SELECT personKey FROM participant WHERE discussionKey = (SELECT discussionKey FROM message WHERE key = ?)
      ORDER BY position
      """,
      [key]
    ) { $0[0] }
  }
}
