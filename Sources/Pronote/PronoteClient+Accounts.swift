public import AccountVault
import Foundation
public import SchoolModel
import WebSession

extension PronoteClient {
  /// A device that was paired, and where its first login stands.
  public struct Pairing: Sendable {
    /// The id of the stored account.
    public var account: String
    /// The session, or what is still wanted from a person. The account is stored either way.
    public var step: LoginStep
  }

  /// Opens a stored account: goes on in its kept session, or signs in. No request, or five and one login.
  ///
  /// The session that comes back belongs to all processes that use the account: they take turns, request by request. When the
  /// school has ended it, a login follows within the call that found out, if the vault's budget allows one.
  ///
  /// A login locks the account meanwhile: another process that uses it waits. The token that comes back is on the disk
  /// before anything else happens. After a login that did not end cleanly the previous token is tried, once, when the
  /// newest is refused.
  ///
  /// - Parameters:
  ///   - isFresh: whether to sign in anew, whatever is kept.
  ///   - isUnattended: whether the program is unattended: its requests are spaced then, and nothing is sent at night and in the
  ///     school's holidays, as the limits of the vault say.
  /// - Throws: ``PronoteError`` with code `needsPairing` when the device has to be paired again, or as
  ///   ``signIn(school:space:credentials:browserIdentity:keep:)``; `VaultError`; `BudgetError`.
  public func openSession(
    of id: String,
    in vault: AccountVault,
    isFresh: Bool = false,
    isUnattended: Bool = false
  ) async throws -> LoginStep {
    try await vault.withLease(on: id) { lease in
      let account = await lease.account
      let entry = try await AccountEntry(self, to: account, in: vault, isUnattended: isUnattended)
      return try await entry.open(lease, isFresh: isFresh)
    }
  }

  /// Ends the kept session of a stored account, at the school too. One request where a session is open, none otherwise; never
  /// a login.
  ///
  /// - Returns: whether one was open.
  /// - Throws: `VaultError`. A school that cannot be reached does not matter: the session is forgotten all the same.
  @discardableResult
  public func endSession(of id: String, in vault: AccountVault, isUnattended: Bool = false) async throws -> Bool {
    let session = try await vault.withLease(on: id) { lease in
      let account = await lease.account
      return try await AccountEntry(self, to: account, in: vault, isUnattended: isUnattended).keptSession(lease)
    }
    await session?.signOut()
    try await vault.withLease(on: id) { try await $0.keep(nil) }
    return session != nil
  }

  /// Pairs this device with an account and stores it in a vault, as an app token. Five requests, one login; twelve requests
  /// and two logins with a portal's ticket.
  ///
  /// No password is stored. An account that is stored already (same school, space and user name) keeps its id. The session is
  /// kept.
  ///
  /// - Parameters:
  ///   - credentials: ``Credentials/pairing(username:password:device:)``, ``Credentials/pairingCode(_:device:)`` or
  ///     ``Credentials/portal(_:device:)``.
  ///   - id: the stored account whose broken credentials are replaced, the school's address included; everything hung on
  ///     its id stays.
  ///   - isAnyAccount: whether the stored account may become another one: of another person, space or school.
  ///   - isUnattended: as in ``openSession(of:in:isFresh:isUnattended:)``.
  /// - Throws: ``PronoteError`` as ``signIn(school:space:credentials:browserIdentity:keep:)``, with code `needsPairing` when
  ///   the school gave no token, and with code `anotherAccount` for credentials that are not the stored account's;
  ///   `VaultError`; `BudgetError`.
  public func pair(
    school: School,
    space: AccountSpace,
    credentials: Credentials,
    in vault: AccountVault,
    replacing id: String? = nil,
    asAnyAccount isAnyAccount: Bool = false,
    isUnattended: Bool = false
  ) async throws -> Pairing {
    let details = AccountDetails(of: credentials.username, at: school, space: space)
    let known: StoredAccount?
    if let id {
      known = try await vault.store.account(id: id)
      guard known != nil else { throw VaultError(.notFound, "no account has the id '\(id)'", path: id) }
    } else {
      known = try await vault.account(like: details)
    }
    if let known, id != nil, !isAnyAccount {
      try PronoteClient.check(credentials, of: details, against: known.details)
    }
    let gate =
      if let known, known.details.isSameAccount(as: details) || (id != nil && !isAnyAccount) {
        try await vault.gate(to: school.host, for: known, isUnattended: isUnattended)
      } else {
        try await vault.gate(to: school.host, login: details, isUnattended: isUnattended)
      }
    return try await behind(gate).pair(
      school: school,
      space: space,
      credentials: credentials,
      in: vault,
      target: id.map {
        .replaced($0, username: known?.details.username ?? "", isAnyAccount: isAnyAccount)
      } ?? .new,
      gate: gate,
      // A renewal goes through the account's own gate.
      renewing: { try await AccountEntry.renewed($0, self, $1, in: vault, isUnattended: isUnattended) }
    )
  }

  /// The rest of pairing, behind the gate.
  private func pair(
    school: School,
    space: AccountSpace,
    credentials: Credentials,
    in vault: AccountVault,
    target: AccountKeeper.Target,
    gate: RequestGate,
    renewing: @escaping @Sendable (Connection, String) async throws -> Login.Result
  ) async throws -> Pairing {
    var credentials = credentials
    if case .portal(_, let device) = credentials {
      let code = try await pairingCode(school: school, space: space, credentials: credentials, gate: gate)
      credentials = .pairingCode(code, device: device)
    }
    let keeper = AccountKeeper(
      vault: vault,
      school: school,
      space: space,
      username: credentials.username,
      target: target,
      gate: gate,
      now: configuration.date
    )
    var login = Login(client: self, school: school, space: space, credentials: credentials)
    try login.report(to: keeper, gate)
    login.renew = { over in
      guard let id = await keeper.id else {
        throw PronoteError(.sessionExpired, "the session is over, and its account was not stored")
      }
      return try await renewing(over, id)
    }
    let step = try await counted(gate, at: school) { [login] in try await self.step(of: login) }
    guard let account = await keeper.id else {
      if case .signedIn(let session) = step { await session.signOut() }
      if case .needsSecondFactor(let factor) = step { await factor.cancel() }
      throw PronoteError(
        .needsPairing,
        "the school signed in but gave no app token, so that nothing can be stored",
        facts: .init(step: "Authentification", host: school.host)
      )
    }
    if case .needsSecondFactor(let factor) = step { try await keeper.waits(factor.summary) }
    return Pairing(account: account, step: step)
  }

  /// Whether credentials can be those of a stored account, as far as that can be told before they are sent.
  ///
  /// - Throws: ``PronoteError`` with code `anotherAccount`.
  private static func check(
    _ credentials: Credentials,
    of new: AccountDetails,
    against details: AccountDetails
  ) throws {
    guard new.place == details.place else {
      throw PronoteError.anotherAccount("they are for \(new.school), and the account is at \(details.school)")
    }
    guard new.space == details.space else {
      throw PronoteError.anotherAccount("they are for the space \(new.space), and the account is a \(details.space)")
    }
    // The school may know a user by another name than the one that is typed, but writes its own into codes.
    guard case .pairingCode(let code, _) = credentials, code.login.lowercased() != details.username.lowercased() else {
      return
    }
    throw PronoteError.anotherAccount("they are of “\(code.login)”, and the account is of “\(details.username)”")
  }
}

extension AccountDetails {
  /// What is known of an account before it was opened: the rest is filled in then.
  init(of username: String, at school: School, space: AccountSpace) {
    self.init(
      school: school.root,
      schoolName: school.host,
      space: space.name,
      username: username,
      timeZone: school.timeZone.identifier,
      name: username,
      students: []
    )
  }
}

extension SecondFactor {
  /// What is wanted, in one line.
  public var summary: String { steps.map(\.description).joined(separator: ", ") }
}
