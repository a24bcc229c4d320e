/// A choice of a survey's question.
package struct NewsChoiceRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The rank, from 1.
  package var rank: Int
  /// The label.
  package var label: String
  /// Whether it is the "other" choice that takes a text.
  package var isFreeText: Bool
}
