/// One piece of content of a lesson.
package struct LessonContentRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The title.
  package var title: String
  /// The text as HTML.
  package var html: String
  /// What kind of content it is.
  package var category: ContentCategory
  /// The themes.
  package var themes: [Reference]
  /// Files and links.
  package var attachments: [AttachmentRecord]
}
