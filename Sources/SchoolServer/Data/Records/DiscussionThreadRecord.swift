/// The messages of a discussion as one person sees them.
package struct DiscussionThreadRecord: Hashable, Sendable {
  /// The discussion.
  package var discussionKey: Int64
  /// Its subject.
  package var subject: String
  /// Whether nobody can reply.
  package var isClosed: Bool
  /// The messages, oldest first, drafts last.
  package var messages: [MessageRecord]
  /// The message that a reply answers by default: the last one that was sent.
  package var replyKey: Int64?
}
