/// A video conference of a lesson.
package struct LessonLinkRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// Where it leads.
  package var url: String
  /// Its label.
  package var label: String
  /// The teacher's comment.
  package var comment: String
}
