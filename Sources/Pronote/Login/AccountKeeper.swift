import AccountVault
import Foundation
import SchoolModel
import Synchronization
import WebSession

/// Puts what happens in a login into the vault, at the moment it happens.
///
/// During the login the account is locked and the lease is at hand; a second factor may bring another token minutes
/// later, for which the account is locked again.
actor AccountKeeper {
  /// Which stored account a login is for.
  enum Target: Sendable {
    /// One that is stored already.
    case stored(String)
    /// One that is being paired, and gets the id of the stored account that it is the same as, if there is one.
    case new
    /// A stored account whose credentials a pairing replaces, under the name that it had; `isAnyAccount` takes those of
    /// anybody.
    case replaced(String, username: String, isAnyAccount: Bool)
  }

  private let vault: AccountVault
  private let school: School
  private let space: AccountSpace
  private let target: Target
  private let gate: RequestGate
  private let now: @Sendable () -> Date
  private(set) var id: String?
  private var lease: AccountLease?
  private var username: String
  /// Whether the message that may spend the credentials was sent.
  nonisolated let hasProven = Mutex(false)

  init(
    vault: AccountVault,
    school: School,
    space: AccountSpace,
    username: String,
    target: Target,
    gate: RequestGate,
    now: @escaping @Sendable () -> Date
  ) {
    self.vault = vault
    self.school = school
    self.space = space
    self.username = username
    self.target = target
    self.gate = gate
    self.now = now
    if case .stored(let id) = target { self.id = id }
  }

  func use(_ lease: AccountLease?) {
    self.lease = lease
  }

  /// Stores a token for good.
  func keep(_ token: AppToken) async throws {
    let now = now()
    if let lease {
      username = token.login
      return try await lease.rotate(to: token.token, at: now)
    }
    if let id {
      username = token.login
      return try await vault.withLease(on: id) { try await $0.rotate(to: token.token, at: now) }
    }
    try check(token)
    username = token.login
    let details = AccountDetails(of: username, at: school, space: space)
    if case .replaced(let id, _, _) = target {
      self.id = try await vault.reauthenticate(
        id: id,
        details: details,
        token: token.token,
        deviceID: token.device.id,
        at: now
      ).id
    } else {
      id = try await vault.add(details: details, token: token.token, deviceID: token.device.id, at: now).id
    }
  }

  /// Whether a token is of the person whose account it is to replace.
  private func check(_ token: AppToken) throws {
    guard case .replaced(_, let expected, isAnyAccount: false) = target else { return }
    guard token.login.lowercased() == expected.lowercased() || username.lowercased() == expected.lowercased() else {
      throw PronoteError.anotherAccount("the school signed in “\(token.login)”, and the account is of “\(expected)”")
    }
  }

  /// Notes that the account is open, and keeps the session.
  func opened(_ connection: Connection, _ outcome: LoginStateMachine.Outcome) async throws {
    if let lease {
      try await settle(lease, connection, outcome)
    } else if let id {
      try await vault.withLease(on: id) { lease in
        // A login of its own: another process may have signed in since its token was stored.
        try await lease.begin(at: now())
        try await settle(lease, connection, outcome)
      }
    }
  }

  /// The session first: a kill in between leaves one that goes on, and costs no further login.
  private func settle(_ lease: AccountLease, _ connection: Connection, _ outcome: LoginStateMachine.Outcome)
    async throws
  {
    let account = await lease.account
    let login = account.journal.logins
    try await lease.keep(connection.kept(outcome, login: login, space: space, username: username))
    try await finish(lease, outcome)
    await connection.put(on: shelf(of: account.id, login: login))
  }

  /// The place of the session that a login of an account opened.
  func shelf(of account: String, login: Int) -> SessionShelf {
    SessionShelf(vault: vault, account: account, login: login, gate: gate, now: now)
  }

  /// Writes down that the account was opened, and what it is about.
  func finish(_ lease: AccountLease, _ outcome: LoginStateMachine.Outcome) async throws {
    let directory = AccountDirectory(outcome: outcome, school: school)
    let details = AccountDetails(
      school: school.root,
      schoolName: directory.profile.name,
      space: space.name,
      username: username,
      // The zone that the school reports: the host's name may know less.
      timeZone: directory.profile.timeZone.identifier,
      name: directory.displayName,
      students: directory.students.map(\.name),
      calendar: SchoolCalendar(directory.profile.year)
    )
    try await lease.finish(at: now(), details: details, browserIdentity: outcome.browserIdentity)
    gate.update(await lease.account)
  }

  /// Notes that a person has to go on.
  func waits(_ outcome: String) async throws {
    let now = now()
    if let lease {
      try await lease.abandon(outcome, state: .needsPerson, at: now)
    } else if let id {
      try await vault.withLease(on: id) { try await $0.abandon(outcome, state: .needsPerson, at: now) }
    }
  }
}
