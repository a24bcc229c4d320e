/// Somebody who takes part in a discussion.
package struct ParticipantRecord: Hashable, Sendable {
  /// Who.
  package var person: PersonReference
  /// `Mme MOREAU C.`; for guardians `M. MARTIN Paul - MARTIN Lou (3A)`.
  package var label: String
  /// Whether they refuse messages.
  package var refusesMessages: Bool
}
