package import SchoolModel

/// A discussion as one person's mailbox shows it.
package struct DiscussionRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The subject; may be empty.
  package var subject: String
  /// Who started it; nil when the owner of the mailbox did.
  package var initiator: String?
  /// The other people, as text.
  package var otherPeople: String
  /// When the last message was written.
  package var lastDate: LocalDateTime
  /// The messages that the owner possesses, oldest first; only keys, see ``SchoolDatabase/thread(forPerson:possessions:)``.
  package var possessionKeys: [Int64]
  /// The first message: whose participants are the discussion's (`messagePourParticipants`).
  package var firstMessageKey: Int64
  /// How many messages are unread.
  package var unreadCount: Int
  /// How many messages there are, drafts not included.
  package var messageCount: Int
  /// How many drafts there are.
  package var draftCount: Int
  /// Whether nobody can reply.
  package var isClosed: Bool
  /// The folders that it lies in.
  package var labels: [MailboxLabel]
}
