import GRDB
import SchoolModel

/// A discussion while the school is being made up.
struct DiscussionDraft {
  /// A message of it.
  struct Message {
    var author: Int64
    var text: String
    var daysAgo: Int
    /// Whether those who received it have not read it.
    var isUnread = false
    var isHTML = false
    var file: String?
  }

  var subject: String
  /// Everybody who takes part, the initiator first.
  var people: [Int64]
  var isClosed = false
  /// Whether the last of ``people`` threw it away.
  var isTrashed = false
  /// What the first of ``people`` began to answer.
  var draft: String?
  var messages: [Message]
}

/// Writes discussions with their messages and everybody's copies.
struct DiscussionWriter {
  private let discussions: RowWriter
  private let participants: RowWriter
  private let messages: RowWriter
  private let possessions: RowWriter
  private var discussionKey: Int64 = 0
  private var messageKey: Int64 = 0
  private var possessionKey: Int64 = 0

  init(_ db: Database) throws {
    discussions = try RowWriter(db, "discussion", "key subject initiatorKey isClosed")
    participants = try RowWriter(db, "participant", "discussionKey personKey position")
    messages = try RowWriter(db, "message", "key discussionKey sourceKey authorKey date isHTML content isDraft")
    possessions = try RowWriter(db, "possession", "key messageKey ownerKey isRead isTrashed")
  }

  /// Writes one discussion; messages are dated back from today, at ten past two.
  ///
  /// - Returns: the messages that have a file, with its name.
  mutating func write(_ draft: DiscussionDraft, today: LocalDate) throws -> [(message: Int64, file: String)] {
    discussionKey += 1
    var files: [(message: Int64, file: String)] = []
    try discussions.insert(discussionKey, draft.subject, draft.people[0], draft.isClosed)
    for (position, person) in draft.people.enumerated() {
      try participants.insert(discussionKey, person, position)
    }
    var source: Int64?
    for (index, message) in draft.messages.enumerated() {
      messageKey += 1
      let date = today.adding(days: -message.daysAgo).at(LocalTime(minuteOfDay: 850 + index))
      try messages.insert(
        messageKey,
        discussionKey,
        source,
        message.author,
        date.storedSeconds,
        message.isHTML,
        message.text,
        false
      )
      for person in draft.people {
        possessionKey += 1
        let isRead = person == message.author || !message.isUnread
        try possessions.insert(
          possessionKey,
          messageKey,
          person,
          isRead,
          draft.isTrashed && person == draft.people.last
        )
      }
      if let file = message.file { files.append((messageKey, file)) }
      source = messageKey
    }
    if let text = draft.draft {
      messageKey += 1
      possessionKey += 1
      try messages.insert(
        messageKey,
        discussionKey,
        source,
        draft.people[0],
        today.at(LocalTime(minuteOfDay: 480)).storedSeconds,
        false,
        text,
        true
      )
      try possessions.insert(possessionKey, messageKey, draft.people[0], true, false)
    }
    return files
  }
}
