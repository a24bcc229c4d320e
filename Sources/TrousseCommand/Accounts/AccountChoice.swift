package import AccountVault

/// Which stored account a command is to use.
package struct AccountChoice: Sendable {
  /// What was written behind `--account`: an id, a space, or a name of its owner or of a child.
  package var account: String?
  /// What was written behind `--child`.
  package var child: String?
  /// What the command is about.
  package var subject: Subject

  /// What a command is about.
  package enum Subject: Sendable {
    /// The account as such.
    case account
    /// One student, or the owner of an account without any.
    case person
    /// One student: accounts without any are not meant.
    case student
  }

  /// A choice.
  package init(account: String? = nil, child: String? = nil, about subject: Subject = .account) {
    self.account = account
    self.child = child
    self.subject = subject
  }

  /// The account that is meant: the one that was named, or the only one that the command can be about, or the one that was
  /// chosen with `accounts --default`. Nothing is sent for that.
  ///
  /// - Throws: ``CommandFailure`` when there is none, or more than one.
  package func account(in vault: AccountVault) async throws -> StoredAccount {
    if let account, AccountIdentifier.isWellFormed(account), let found = try await vault.store.account(id: account) {
      return try checked(found)
    }
    let accounts = try await vault.store.accounts()
    guard !accounts.isEmpty else {
      if let account { throw CommandFailure.noAccount(account) }
      throw CommandFailure.usage(
        "no account is stored; add one with 'trousse login'",
        code: .noAccount,
        step: "accounts"
      )
    }
    if let account { return try checked(named(account, among: accounts)) }
    // One that never got to its first success, at a PIN say, is only meant where there is no other.
    let opened = accounts.filter { $0.journal.lastSuccess != nil }
    var meant = (opened.isEmpty ? accounts : opened).filter(fits)
    // Every child is said of an account that has several.
    let families = meant.filter { $0.details.students.count > 1 }
    if StudentChoice.isAll(child), families.count == 1 { meant = families }
    if meant.count == 1 { return try checked(meant[0]) }
    if meant.isEmpty {
      guard accounts.count > 1 else { return try checked(accounts[0]) }
      let wanted = child.map { "is about a student named '\($0)'" } ?? "has students"
      throw CommandFailure.usage(
        "none of the accounts \(wanted): \(list(accounts))",
        code: .unknownStudent,
        step: "accounts"
      )
    }
    if let chosen = try await vault.defaultAccount(), meant.contains(where: { $0.id == chosen.id }) {
      return try checked(chosen)
    }
    throw CommandFailure.usage(
      "choose one with --account, or for good with 'trousse accounts --default ID': \(list(meant))",
      code: .ambiguousAccount,
      step: "accounts"
    )
  }

  /// The account with a name: of its owner, of one of its students, or to sign in with; or the only one of a space.
  private func named(_ name: String, among accounts: [StoredAccount]) throws -> StoredAccount {
    let ofSpace = accounts.filter { $0.details.space == name.lowercased() }
    if ofSpace.count == 1 { return ofSpace[0] }
    // An owner's name is worth more than a child's: a parent has both names in the list.
    for names in [
      accounts.map { [$0.details.name, $0.details.username] }, accounts.map(\.details.students),
    ] {
      let all = names.enumerated().flatMap { index, names in names.map { (index, $0) } }
      switch NameMatch(name, in: all.map(\.1), by: .part) {
      case .found(let index): return accounts[all[index].0]
      case .ambiguous(let indices):
        let owners = Set(indices.map { all[$0].0 }).sorted()
        if owners.count == 1 { return accounts[owners[0]] }
        throw CommandFailure.usage(
          "'\(name)' fits several accounts: \(list(owners.map { accounts[$0] }))",
          code: .ambiguousAccount,
          step: "accounts"
        )
      case .none: continue
      }
    }
    throw CommandFailure.usage(
      "no account has the id or the name '\(name)'; there are: \(list(accounts))",
      code: .noAccount,
      step: "accounts"
    )
  }

  /// Whether the command can mean an account. One that was never opened may be about anybody.
  private func fits(_ account: StoredAccount) -> Bool {
    let students = account.details.students
    guard account.journal.lastSuccess != nil else { return true }
    if let child, !StudentChoice.isAll(child) { return NameMatch(child, in: students, by: .part) != .none }
    return subject != .student && child == nil || !students.isEmpty
  }

  /// The account, when it has the one student that the command is about, as far as its last login knows: a wrong name is
  /// not worth a request.
  private func checked(_ account: StoredAccount) throws -> StoredAccount {
    guard account.journal.lastSuccess != nil, !StudentChoice.isAll(child) else { return account }
    let students = account.details.students
    if let child {
      _ = try StudentChoice.index(named: child, among: students)
    } else if subject != .account, students.count > 1 {
      throw StudentChoice.ambiguous(among: students)
    } else if subject == .student, students.isEmpty {
      throw StudentChoice.none(in: account.details.space)
    }
    return account
  }

  private func list(_ accounts: [StoredAccount]) -> String {
    accounts.map { "\($0.id) (\($0.details.name.printable), \($0.details.space))" }.joined(separator: ", ")
  }
}

extension CommandFailure {
  /// No stored account has that id.
  static func noAccount(_ id: String) -> CommandFailure {
    .usage("no account has the id '\(id)'; see 'trousse accounts'", code: .noAccount, step: "accounts")
  }
}
