/// A person with everything that the school knows about them apart from their role. People share one key space.
package struct PersonRecord: Hashable, Sendable {
  /// The key in the table of people.
  package var key: Int64
  /// What the person is.
  package var kind: PersonKind
  /// `M.`, `Mme`, or empty for students.
  package var civility: String
  /// The last name in capitals: `MOREAU`.
  package var lastName: String
  /// The first name: `Claire`.
  package var firstName: String
  /// Further first names.
  package var middleNames: [String]
  /// `F` or `M`.
  package var sex: String
  /// The function of a staff member, such as `CPE`; its key is stable within the school. Nil for others.
  package var function: Reference?
  /// The e-mail address.
  package var email: String
  /// The country code of ``phone``, without plus: `33`.
  package var phonePrefix: String
  /// The mobile number without its leading zero; digits only, may be empty.
  package var phone: String
  /// The landline with its leading zero, digits only; may be empty.
  package var landline: String
  /// The lines of the address; exactly four, empty ones included.
  package var addressLines: [String]
  /// The postcode.
  package var postcode: String
  /// The town.
  package var city: String
  /// The country.
  package var country: String
  /// Whether others may start a discussion with this person.
  package var acceptsDiscussions: Bool
  /// Whether ``SchoolDatabase/photo(ofPerson:)`` has a picture.
  package var hasPhoto: Bool

  /// The short label: `MOREAU C.` for teachers, staff and tutors, `MARTIN Lou` for students, `M. MARTIN Paul` for
  /// guardians.
  package var label: String {
    switch kind {
    case .student: "\(lastName) \(firstName)"
    case .guardian: "\(civility) \(lastName) \(firstName)"
    case .teacher, .staff, .tutor: "\(lastName) \(firstName.prefix(1))."
    }
  }

  /// The label with a title where one is usual: `Mme MOREAU C.`; the same as ``label`` for students and guardians.
  package var civilLabel: String {
    switch kind {
    case .student, .guardian: label
    case .teacher, .staff, .tutor: "\(civility) \(label)"
    }
  }

  /// The person as other records name them.
  package var reference: PersonReference {
    PersonReference(key: key, kind: kind, label: label)
  }
}
