/// The people who can sign in at the portal.
struct PortalUsers: Sendable {
  let school: School

  /// Those whom the portal alone knows. The password is the user name.
  private static let others: [PortalUser] = [
    user("davros", "Davros", mail: "davros@skaro.test", [.totp, .mail], note: "portal only: TOTP or mail code") {
      $0.totpSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    },
    user("nomail", "No Mail", mail: nil, [.mail], note: "portal only: mail code without an address"),
    user("bforce", "Brute Force", mail: "bforce@loopback.test", note: "portal only: for wrong passwords"),
    user("notif", "Noti Fied", mail: "notif@loopback.test", note: "portal only: has a notice to accept") {
      $0.hasNotice = true
    },
    user("banned", "Ban Ned", mail: "banned@loopback.test", note: "portal only: refused") { $0.admission = .refused },
    user("closed", "Clo Sed", mail: "closed@loopback.test", note: "portal only: refused with a message") {
      $0.admission = .closed("Closed for you, Clo Sed")
    },
    user("zoe", "Zoé Lefèvre-Œuf", mail: "zoe@loopback.test", note: "portal only: no second factor"),
  ]

  private static func user(
    _ name: String,
    _ label: String,
    mail: String?,
    _ factors: [PortalUser.Factor] = [],
    note: String,
    change: (inout PortalUser) -> Void = { _ in }
  ) -> PortalUser {
    var user = PortalUser(name: name, password: name, label: label, mail: mail, factors: factors, note: note)
    change(&user)
    return user
  }

  /// All of them, those of the school first.
  func all() throws -> [(user: PortalUser, account: AccountRecord?)] {
    try school.database.accounts().filter(\.isPortalUser).map { (try user(of: $0), $0) }
      + PortalUsers.others.map { ($0, nil) }
  }

  /// The user with a name; nil for a name that nobody has.
  func user(named name: String) throws -> PortalUser? {
    let account = try school.database.accounts().first { $0.isPortalUser && $0.login == name && !$0.isDisabled }
    return try account.map(user(of:)) ?? PortalUsers.others.first { $0.name == name }
  }

  private func user(of account: AccountRecord) throws -> PortalUser {
    let mail = try school.database.person(account.person.key)?.email ?? ""
    let factors: [PortalUser.Factor] =
      switch account.secondFactor {
      case .mail: [.mail]
      case .totp: [.totp]
      case nil: []
      }
    return PortalUser(
      name: account.login,
      password: account.password,
      label: account.person.label,
      mail: mail.isEmpty ? nil : mail,
      totpSecret: account.totpSecret,
      factors: factors,
      account: account.key,
      note: account.note
    )
  }
}
