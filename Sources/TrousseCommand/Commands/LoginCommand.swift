import ArgumentParser
import Foundation
import Pronote
import PronoteWire
import SchoolModel
import WebSession

/// `trousse login URL`
struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Signs in, stores the account and prints its id.",
    discussion: """
      Any address copied from the browser will do. An account that is stored already keeps its id.
      JSON: {"id","space","username","name","school","url","students":[]}
      """
  )

  @Argument(help: "The school's address: https://….index-education.net/pronote")
  var url: String

  @Option(help: "The name to sign in with.")
  var username: String

  @OptionGroup var password: PasswordOptions

  @Option(help: "The kind of account: student, parent, teacher, staff, … (default: from the address, else student).")
  var space: String?

  @Option(
    help: ArgumentHelp(
      "The school's time zone (default: from the address, else Europe/Paris).",
      valueName: "identifier"
    )
  )
  var timeZone: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    if let space, AccountSpace(named: space) == nil {
      let names = AccountSpace.all.map(\.name).joined(separator: ", ")
      throw ValidationError("'\(space)' is no space; there are: \(names)")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("'\(timeZone)' is no time zone")
    }
  }

  func run() async throws {
    let console = options.console
    let store = try AccountStore(directory: options.vault)
    // A store that refuses to be read is better noticed before the school is asked.
    let known = try store.accounts()
    let school = try School(url: url, timeZone: timeZone.flatMap(TimeZone.init(identifier:)))
    let login = Login(
      school: school,
      space: space.flatMap { AccountSpace(named: $0) } ?? school.space ?? .student,
      username: username,
      password: try password.password()
    )
    var account = try await Connection.open(options) { client in
      try await Connection.signIn(login, with: client, console: console) { session in
        await StoredAccount(login, session: session)
      }
    }
    let former = known.first {
      $0.school == account.school && $0.space == account.space && $0.username == account.username
    }
    account.id = try former?.id ?? store.makeIdentifier()
    account.created = former?.created ?? account.created
    try store.save(account)
    if console.isJSON {
      try console.print(account.loginJSON)
    } else {
      try console.print([account.id])
      Console.warn("Stored \(account.name.printable) (\(account.space)) of \(account.schoolName.printable).")
    }
  }
}

extension StoredAccount {
  /// The account of a session, without an identifier yet.
  fileprivate init(_ login: Login, session: PronoteSession) async {
    let profile = await session.profile
    self.init(
      id: "",
      school: login.school.root,
      schoolName: profile.name,
      space: login.space.name,
      username: login.username,
      password: login.password,
      timeZone: login.school.timeZone.identifier,
      name: await session.displayName,
      students: await session.students.map(\.name),
      created: LocalDateTime(Date(), in: .gmt).iso8601(in: .gmt)
    )
  }
}
