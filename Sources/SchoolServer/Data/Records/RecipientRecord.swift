/// Somebody to whom a message can be written (`ListeRessourcesPourCommunication`).
package struct RecipientRecord: Hashable, Sendable {
  /// Who.
  package var person: PersonReference
  /// `Mme MOREAU C.`.
  package var label: String
  /// Whether they accept discussions.
  package var acceptsDiscussions: Bool
  /// Their e-mail address; nil when it is not shown.
  package var email: String?
  /// Whether they are the head teacher of the student's class.
  package var isHeadTeacher: Bool
  /// The function of a staff member.
  package var function: Reference?
  /// The subjects of a teacher.
  package var subjects: [Reference]
}
