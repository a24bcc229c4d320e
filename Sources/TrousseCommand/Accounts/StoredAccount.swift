package import WebSession

/// An account that `trousse login` stored.
package struct StoredAccount: Sendable {
  /// Short, random, and the same for as long as the account is stored.
  package var id: String

  /// The school's address: `https://host/pronote`.
  package var school: String

  /// The school's name.
  package var schoolName: String

  /// The English name of the space: `student`.
  package var space: String

  /// The name to sign in with.
  package var username: String

  /// The password.
  package var password: Secret<String>

  /// The identifier of the school's time zone: `Europe/Paris`.
  package var timeZone: String

  /// The name of the account's owner, as the school writes it.
  package var name: String

  /// The names of the account's students.
  package var students: [String]

  /// When it was stored first, in ISO 8601.
  package var created: String

  /// An account with these facts.
  package init(
    id: String,
    school: String,
    schoolName: String,
    space: String,
    username: String,
    password: Secret<String>,
    timeZone: String,
    name: String,
    students: [String],
    created: String
  ) {
    self.id = id
    self.school = school
    self.schoolName = schoolName
    self.space = space
    self.username = username
    self.password = password
    self.timeZone = timeZone
    self.name = name
    self.students = students
    self.created = created
  }
}
