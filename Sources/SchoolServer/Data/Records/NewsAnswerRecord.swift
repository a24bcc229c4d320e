package import SchoolModel

/// A person's answer to a question.
package struct NewsAnswerRecord: Hashable, Sendable {
  /// The text, or the ranks of the ticked choices as a range text (`[1,3]`); empty for an acknowledgement.
  package var value: String
  /// The text of the "other" choice; may be empty.
  package var freeText: String
  /// When it was given.
  package var date: LocalDateTime
}
