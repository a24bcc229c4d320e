package import SchoolModel

/// A student: the person, and what belongs to their schooling.
package struct StudentRecord: Hashable, Sendable {
  /// The person. The student's key is the person's.
  package var person: PersonRecord
  /// A rank within the school, used as `P` on the wire.
  package var rank: Int
  /// The class.
  package var schoolClass: Reference
  /// The level of the class: `TROISIEME`.
  package var level: String
  /// The groups and parts of classes that the student belongs to.
  package var groups: [GroupRecord]
  /// The national student number ("INE").
  package var nationalNumber: String
  /// The birthday.
  package var birthDate: LocalDate
  /// Where the student was born.
  package var birthPlace: String
  /// The day on which the student joined the school.
  package var entryDate: LocalDate
  /// The optional subjects, languages first.
  package var options: [String]
  /// Support plans, such as a `PAP` for dyslexia.
  package var supportPlans: [SupportPlanRecord]
  /// Whether the class elected this student.
  package var isDelegate: Bool

  /// The key in the table of people.
  package var key: Int64 { person.key }
  /// `MARTIN Lou`.
  package var label: String { person.label }
}
