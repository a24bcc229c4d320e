package import SchoolModel

/// A piece of information or a survey as one person sees it.
package struct NewsRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The title.
  package var title: String
  /// The author, as `Mme MOREAU C.`.
  package var author: String
  /// The category.
  package var category: Reference
  /// When it was written.
  package var created: LocalDateTime
  /// The first day on which it is shown.
  package var start: LocalDate
  /// The last day on which it is shown.
  package var end: LocalDate
  /// Whether it is a survey and not information.
  package var isSurvey: Bool
  /// Whether answers are anonymous.
  package var isAnonymous: Bool
  /// Whether the person has read it.
  package var isRead: Bool
  /// The person whom this copy is for (`public`).
  package var recipient: PersonReference
  /// The questions; exactly one for information, whose text is the body.
  package var questions: [NewsQuestionRecord]
}
