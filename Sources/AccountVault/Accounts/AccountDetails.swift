/// What an account is about. Nothing secret.
public struct AccountDetails: Codable, Hashable, Sendable {
  /// The school's address: `https://host/pronote`.
  public var school: String
  /// The school's name.
  public var schoolName: String
  /// The English name of the space: `student`.
  public var space: String
  /// The name that the token signs in with.
  public var username: String
  /// The identifier of the school's time zone: `Europe/Paris`.
  public var timeZone: String
  /// The name of the account's owner, as the school writes it.
  public var name: String
  /// The names of the account's students.
  public var students: [String]
  /// When the school is open; nil until an account was opened once.
  public var calendar: SchoolCalendar?

  /// The details of an account.
  public init(
    school: String,
    schoolName: String,
    space: String,
    username: String,
    timeZone: String,
    name: String,
    students: [String],
    calendar: SchoolCalendar? = nil
  ) {
    self.school = school
    self.schoolName = schoolName
    self.space = space
    self.username = username
    self.timeZone = timeZone
    self.name = name
    self.students = students
    self.calendar = calendar
  }

  /// The school's address without its scheme: a school that is reached over https by now is the same one.
  package var place: String { String(school.drop { $0 != ":" }) }

  /// Whether two descriptions are of the same account: school, space and user name, whose case does not matter.
  public func isSameAccount(as other: AccountDetails) -> Bool {
    school == other.school && space == other.space && username.lowercased() == other.username.lowercased()
  }
}
