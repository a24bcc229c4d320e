/// A guardian of one student.
package struct GuardianRecord: Hashable, Sendable {
  /// The person.
  package var person: PersonRecord
  /// `MERE`, `PERE`, `TUTEUR`.
  package var relationship: String
  /// `LEGAL` for legal guardians, otherwise `CONTACT`.
  package var responsibility: String
  /// Whether the school may write e-mail.
  package var mayReceiveMail: Bool
  /// Whether the guardian may fetch the child.
  package var mayPickUp: Bool
  /// Whether the guardian is called in an emergency.
  package var isEmergencyContact: Bool
}
