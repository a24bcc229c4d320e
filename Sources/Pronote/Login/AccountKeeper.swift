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
  private let vault: AccountVault
  private let school: School
  private let space: AccountSpace
  private(set) var id: String?
  private var lease: LoginLease?
  private var username: String
  private let replaces: String?
  private let now: @Sendable () -> Date
  /// Whether the message that may spend the credentials was sent.
  nonisolated let hasProven = Mutex(false)

  /// - Parameters:
  ///   - id: the stored account; nil for one that is being paired.
  ///   - replaces: the stored account whose credentials a pairing replaces.
  init(
    vault: AccountVault,
    school: School,
    space: AccountSpace,
    username: String,
    id: String?,
    replaces: String?,
    now: @escaping @Sendable () -> Date
  ) {
    self.now = now
    self.vault = vault
    self.school = school
    self.space = space
    self.username = username
    self.id = id
    self.replaces = replaces
  }

  func use(_ lease: LoginLease?) {
    self.lease = lease
  }

  /// Stores a token for good.
  func keep(_ token: AppToken) async throws {
    username = token.login
    let now = now()
    if let lease {
      try await lease.rotate(to: token.token, at: now)
    } else if let id {
      try await vault.withLogin(id: id) { try await $0.rotate(to: token.token, at: now) }
    } else if let replaces {
      let account = try await vault.reauthenticate(
        id: replaces,
        username: token.login,
        token: token.token,
        deviceID: token.device.id,
        at: now
      )
      id = account.id
    } else {
      let account = try await vault.add(
        details: details(name: token.login, schoolName: school.host, students: [], calendar: nil),
        token: token.token,
        deviceID: token.device.id,
        at: now
      )
      id = account.id
    }
  }

  /// Notes that the account is open.
  func opened(_ directory: AccountDirectory, browserIdentity: String?) async throws {
    let details = details(
      name: directory.displayName,
      schoolName: directory.profile.name,
      students: directory.students.map(\.name),
      calendar: SchoolCalendar(directory.profile.year)
    )
    let now = now()
    if let lease {
      try await lease.finish(at: now, details: details, browserIdentity: browserIdentity)
    } else if let id {
      try await vault.withLogin(id: id) {
        try await $0.finish(at: now, details: details, browserIdentity: browserIdentity)
      }
    }
  }

  /// Notes that a person has to go on.
  func waits(_ outcome: String) async throws {
    let now = now()
    if let lease {
      try await lease.abandon(outcome, state: .needsPerson, at: now)
    } else if let id {
      try await vault.withLogin(id: id) { try await $0.abandon(outcome, state: .needsPerson, at: now) }
    }
  }

  private func details(
    name: String,
    schoolName: String,
    students: [String],
    calendar: SchoolCalendar?
  ) -> AccountDetails {
    AccountDetails(
      school: school.root,
      schoolName: schoolName,
      space: space.name,
      username: username,
      timeZone: school.timeZone.identifier,
      name: name,
      students: students,
      calendar: calendar
    )
  }
}
