public import AccountVault
import Foundation
import WebSession

/// What every store of accounts has to do, as a check to call from a test.
///
/// ```swift
/// try await CredentialStoreConformance { MyStore() }.check()
/// ```
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
    try await store.saveBudgetState([1, 2], for: "host ../x:1")
    try await store.saveBudgetState([3], for: "account y")
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
