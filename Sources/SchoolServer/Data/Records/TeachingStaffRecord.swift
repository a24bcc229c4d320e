/// A teacher or staff member of a student's class, with what they do there.
package struct TeachingStaffRecord: Hashable, Sendable {
  /// A subject with its weekly time.
  package struct Subject: Hashable, Sendable {
    /// The subject.
    package var subject: Reference
    /// The weekly time: `3h30`; empty when unknown.
    package var weeklyTime: String
  }

  /// Who.
  package var person: PersonReference
  /// `Mme MOREAU C.`.
  package var label: String
  /// The function of a staff member.
  package var function: Reference?
  /// The subjects; empty for staff.
  package var subjects: [Subject]
}
