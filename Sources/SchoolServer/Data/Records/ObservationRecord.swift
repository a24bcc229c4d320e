package import SchoolModel

/// An observation or an encouragement.
package struct ObservationRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The title.
  package var title: String
  /// The wire's `genreObservation`: 0 logbook problem, 1 observation, 2 encouragement, 3 other.
  package var code: Int
  /// The day.
  package var date: LocalDate
  /// The section (`rubrique`).
  package var section: Reference
  /// The subject, when it is about one.
  package var subject: Reference?
  /// The text.
  package var comment: String
  /// Whether it was read.
  package var isRead: Bool
  /// Whether the guardians have to acknowledge it.
  package var needsAcknowledgement: Bool
  /// Who wrote it, as `Mme MOREAU C.`.
  package var author: String
}
