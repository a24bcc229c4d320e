package import SchoolModel

/// A punishment.
package struct PunishmentRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// Its nature: `Retenue`.
  package var nature: Reference
  /// The nature's `G`: 0 exclusion from class, 1 detention, 2 homework, 3 other.
  package var natureCode: Int
  /// The day on which it was given.
  package var date: LocalDate
  /// The slot of the day in which it was given; nil outside lessons.
  package var slot: Int?
  /// Whether it is an exclusion.
  package var isExclusion: Bool
  /// Whether it is linked to an incident.
  package var isLinkedToIncident: Bool
  /// The work to do.
  package var work: String
  /// Files of the work to do.
  package var workAttachments: [AttachmentRecord]
  /// What happened; may be empty.
  package var circumstances: String
  /// Files about what happened.
  package var circumstanceAttachments: [AttachmentRecord]
  /// The reasons.
  package var reasons: [String]
  /// Who gave it, as `Mme MOREAU C.`.
  package var author: String
  /// Its length in minutes; 0 when it has none.
  package var minutes: Int
  /// When it is to be done; empty when it cannot be scheduled.
  package var schedule: [PunishmentSessionRecord]
  /// Whether it can be scheduled.
  package var isSchedulable: Bool { !schedule.isEmpty }
}
