import WebSession

/// The form in which an account stands in its file. Holds the password in the clear: never print one.
struct AccountRecord: Codable {
  var version = 1
  var id: String
  var school: String
  var schoolName: String
  var space: String
  var username: String
  var password: String
  var timeZone: String
  var name: String
  var students: [String]
  var created: String

  init(_ account: StoredAccount) {
    id = account.id
    school = account.school
    schoolName = account.schoolName
    space = account.space
    username = account.username
    password = account.password.reveal()
    timeZone = account.timeZone
    name = account.name
    students = account.students
    created = account.created
  }

  var account: StoredAccount {
    StoredAccount(
      id: id,
      school: school,
      schoolName: schoolName,
      space: space,
      username: username,
      password: Secret(password),
      timeZone: timeZone,
      name: name,
      students: students,
      created: created
    )
  }
}
