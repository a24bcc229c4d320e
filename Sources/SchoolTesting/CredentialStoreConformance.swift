public import AccountVault
import Foundation
import WebSession

/// What every store of accounts has to do, as a check to call from a test.
///
/// ```swift
/// try await CredentialStoreConformance { MyStore() }.check()
/// ```
///
/// What a store promises about a process that ends in the middle of writing is checked by ``KilledStoreConformance``.
public struct CredentialStoreConformance: Sendable {
  /// A promise that a store did not keep.
  public struct Broken: Error, CustomStringConvertible {
    /// Which one.
    public let description: String
  }

  private let makeStore: @Sendable () async throws -> any CredentialStore

  /// A check of stores that `makeStore` makes, each of them empty.
  public init(_ makeStore: @escaping @Sendable () async throws -> any CredentialStore) {
    self.makeStore = makeStore
  }

  /// Checks everything.
  ///
  /// - Throws: ``Broken`` for the first promise that is not kept; what the store throws.
  public func check() async throws {
    try await checkAccounts(makeStore())
    try await checkRecords(makeStore())
    try await checkSessions(makeStore())
    try await checkLocks(makeStore())
    try await checkBudgets(makeStore())
  }

  private func checkAccounts(_ store: any CredentialStore) async throws {
    try expect(try await store.accounts().isEmpty, "an empty store has no accounts")
    let newer = account("bbbb2222", created: 2000)
    var older = account("cccc3333", created: 1000)
    try await store.save(newer)
    try await store.save(older)
    try expect(try await store.accounts().map(\.id) == [older.id, newer.id], "accounts come the oldest first")
    let read = try await store.account(id: older.id)
    try expect(read?.token.reveal() == older.token.reveal(), "a token comes back as it was")
    try expect(read?.details == older.details && read?.deviceID == older.deviceID, "details come back as they were")
    try expect(read?.journal == older.journal && read?.created == older.created, "the journal comes back as it was")
    older.browserIdentity = "é"
    try await store.save(older)
    try expect(try await store.accounts().count == 2, "an account is replaced under its id")
    try expect(try await store.account(id: older.id)?.browserIdentity == "é", "the newest state comes back")
    try expect(try await store.remove(id: older.id), "removing says that there was one")
    try expect(try await !store.remove(id: older.id), "removing twice says that there was none")
    try expect(try await store.account(id: older.id) == nil, "a removed account is gone")
  }

  /// What a login writes: the journal, two tokens, and the session that it opens.
  private func checkRecords(_ store: any CredentialStore) async throws {
    let vault = AccountVault(store: store)
    let paired = account("dddd4444", created: 1000)
    try await store.save(paired)
    let date = Date(timeIntervalSince1970: 1_700_000_000.25)
    try await vault.withLease(on: paired.id) { lease in
      try await lease.begin(at: date)
      try await lease.rotate(to: Secret("next"), at: date)
      try await lease.abandon("timedOut", state: .loginStarted, at: date)
    }
    let read = try await store.account(id: paired.id)
    try expect(read?.token.reveal() == "next", "the newest token comes back")
    try expect(read?.previousToken?.reveal() == paired.token.reveal(), "the token before it comes back")
    try expect(read?.journal.logins == paired.journal.logins + 1, "logins are counted")
    try expect(read?.journal.generation == 2 && read?.journal.state == .loginStarted, "the journal comes back")
    try expect(read?.journal.lastOutcome == "timedOut" && read?.journal.lastSuccess == nil, "outcomes come back")
    try expect(abs((read?.journal.changed ?? .distantPast).timeIntervalSince(date)) < 0.01, "times come back")
    try await vault.withLease(on: paired.id) { lease in
      try expect(
        await lease.candidates.map { $0.reveal() } == ["next", paired.token.reveal()],
        "both tokens are tried"
      )
      try await lease.finish(at: date, details: nil, browserIdentity: nil)
    }
    let finished = try await store.account(id: paired.id)
    try expect(finished?.previousToken == nil, "a token that is gone does not come back")
    try expect(finished?.journal.lastSuccess != nil && finished?.journal.lastOutcome == nil, "a success comes back")
  }

  private func checkSessions(_ store: any CredentialStore) async throws {
    let owner = account("eeee5555", created: 1000)
    try await store.save(owner)
    try expect(try await store.session(of: owner.id) == nil, "an account starts without a session")
    try await store.saveSession(nil, of: owner.id)
    let opened = Date(timeIntervalSince1970: 1_700_000_000.5)
    var session = KeptSession(
      login: 7,
      opened: opened,
      used: opened,
      state: Secret([0, 255, 10]),
      directory: Secret((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
    )
    try await store.saveSession(session, of: owner.id)
    session.used = opened.addingTimeInterval(60)
    session.state = Secret([])
    try await store.saveSession(session, of: owner.id)
    let read = try await store.session(of: owner.id)
    try expect(read?.state == session.state && read?.directory == session.directory, "a session comes back as it was")
    try expect(
      read?.login == 7 && abs((read?.used ?? .distantPast).timeIntervalSince(session.used)) < 0.01,
      "a session's times come back"
    )
    try expect(try await store.session(of: "ffff6666") == nil, "sessions are apart")
    try await store.saveSession(nil, of: owner.id)
    try expect(try await store.session(of: owner.id) == nil, "a session that was forgotten is gone")
    try await store.saveSession(session, of: owner.id)
    _ = try await store.remove(id: owner.id)
    try expect(try await store.session(of: owner.id) == nil, "a session goes with its account")
  }

  private func checkLocks(_ store: any CredentialStore) async throws {
    let inside = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await store.withLock(on: "a lock/é", deadline: .seconds(30)) {
            await inside.enter()
            try await Task.sleep(for: .milliseconds(1))
            await inside.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    try expect(await inside.most == 1, "one holder at a time")
    try expect(await inside.total == 20, "everybody gets a turn")
    try await store.withLock(on: "outer", deadline: .seconds(1)) {
      do {
        try await store.withLock(on: "outer", deadline: .milliseconds(20)) {}
        throw Broken(description: "a held lock is not given twice")
      } catch let error as VaultError {
        try expect(error.code == .locked, "a lock that does not come free is `locked`")
      }
      try await store.withLock(on: "another", deadline: .seconds(1)) {}
    }
    struct Failure: Error {}
    try? await store.withLock(on: "outer", deadline: .seconds(1)) { throw Failure() }
    try await store.withLock(on: "outer", deadline: .seconds(1)) {}
  }

  private func checkBudgets(_ store: any CredentialStore) async throws {
    try expect(try await store.budgetState(for: "host ../x:1") == nil, "a budget starts without a state")
    try await store.saveBudgetState([1, 2], for: "host ../x:1", surviving: .process)
    try await store.saveBudgetState([3], for: "account y", surviving: .powerCut)
    try expect(try await store.budgetState(for: "host ../x:1") == [1, 2], "a budget's state comes back")
    try expect(try await store.budgetState(for: "account y") == [3], "budgets are apart")
  }

  private func account(_ id: String, created: Double) -> StoredAccount {
    let details = AccountDetails(
      school: "https://school.example/pronote",
      schoolName: "Collège “Été”",
      space: "student",
      username: "zoé",
      timeZone: "Europe/Paris",
      name: "DUPONT Zoé",
      students: ["DUPONT Zoé", "DUPONT \"Lou\""]
    )
    return StoredAccount(
      id: id,
      details: details,
      created: Date(timeIntervalSince1970: created),
      deviceID: "b7e0c1d2-device",
      token: Secret("tôken \u{1F511} \"\\")
    )
  }

  private func expect(_ isKept: Bool, _ promise: String) throws {
    guard isKept else { throw Broken(description: promise) }
  }

  private actor Counter {
    private var now = 0
    private(set) var most = 0
    private(set) var total = 0

    func enter() {
      now += 1
      total += 1
      most = max(most, now)
    }

    func leave() { now -= 1 }
  }
}
