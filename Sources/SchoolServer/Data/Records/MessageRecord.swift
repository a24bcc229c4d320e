package import SchoolModel

/// A message as one person sees it.
package struct MessageRecord: Hashable, Sendable {
  /// The key of the message.
  package var key: Int64
  /// The key of the person's copy.
  package var possessionKey: Int64
  /// The discussion.
  package var discussionKey: Int64
  /// The message that it answers; nil for the first.
  package var sourceKey: Int64?
  /// Who wrote it.
  package var author: PersonReference
  /// The author as `Mme MOREAU C.`.
  package var authorLabel: String
  /// Whether the owner of the mailbox wrote it.
  package var isMine: Bool
  /// The first receiver other than the author, as a label; `Moi` when it is the owner of the mailbox.
  package var receiverLabel: String
  /// The kind of the first receiver.
  package var receiverKind: PersonKind?
  /// How many people received it.
  package var receiverCount: Int
  /// When it was written.
  package var date: LocalDateTime
  /// Whether it was read.
  package var isRead: Bool
  /// Whether ``content`` is HTML and not plain text.
  package var isHTML: Bool
  /// The text.
  package var content: String
  /// Whether it is a draft that was not sent.
  package var isDraft: Bool
  /// Files and links.
  package var attachments: [AttachmentRecord]
}
