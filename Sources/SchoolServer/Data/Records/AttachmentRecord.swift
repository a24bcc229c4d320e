/// A file or a link that belongs to homework, a lesson, a message, news, a punishment.
package struct AttachmentRecord: Hashable, Sendable {
  /// What it is; the raw value is the wire's `G` (functions document, 1.10).
  package enum Kind: Int, Sendable, Hashable {
    /// A link.
    case link = 0
    /// A file on the server; see ``SchoolDatabase/attachmentContent(_:)``.
    case file = 1
  }

  /// The key.
  package var key: Int64
  /// The file name, or the text of a link.
  package var name: String
  /// What it is.
  package var kind: Kind
  /// Where a link leads; nil for files.
  package var url: String?
}
