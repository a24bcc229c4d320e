import Foundation
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

  /// The login of a stored account.
  init(_ account: StoredAccount) throws {
    self.init(
      school: try School(url: account.school, timeZone: TimeZone(identifier: account.timeZone)),
      space: AccountSpace(named: account.space) ?? AccountSpace(rawValue: account.space),
      username: account.username,
      password: account.password
    )
  }
}
