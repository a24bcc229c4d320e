/// One question of a survey, or the body of information.
package struct NewsQuestionRecord: Hashable, Sendable {
  /// What answer is wanted; the raw value is the wire's `genreReponse`.
  package enum Kind: Int, Sendable, Hashable {
    /// Information to acknowledge.
    case acknowledgement = 0
    /// A free text.
    case text = 1
    /// One of the choices.
    case singleChoice = 2
    /// Some of the choices.
    case multipleChoice = 3
    /// Information without acknowledgement.
    case information = 4
  }

  /// The key.
  package var key: Int64
  /// The rank, from 1.
  package var rank: Int
  /// The numbered title.
  package var title: String
  /// What answer is wanted.
  package var kind: Kind
  /// The text as HTML.
  package var html: String
  /// How many choices at most may be ticked; 0 without a limit.
  package var maximumChoices: Int
  /// Files and links.
  package var attachments: [AttachmentRecord]
  /// The choices; empty unless the kind asks for them.
  package var choices: [NewsChoiceRecord]
  /// The person's answer; nil before they gave one.
  package var answer: NewsAnswerRecord?
  /// Whether an answer is wanted: every kind but ``Kind/information``.
  package var isAnswerExpected: Bool { kind != .information }
}
