import Pronote
import SchoolModel
import WebSession

/// What it takes to sign in with a password.
struct Login: Sendable {
  /// The school.
  var school: School
  /// The part of PRONOTE that the account opens.
  var space: AccountSpace
  /// The name.
  var username: String
  /// The password.
  var password: Secret<String>

  init(school: School, space: AccountSpace, username: String, password: Secret<String>) {
    self.school = school
    self.space = space
    self.username = username
    self.password = password
  }
}
