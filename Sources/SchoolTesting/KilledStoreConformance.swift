public import AccountVault
import Foundation
import WebSession

/// What a store on a disk has to do when its process is killed: as a check to call from a test.
///
/// A program of yours, the victim, writes into the store without an end. The check has it started and killed again and
/// again, and looks each time at what is left.
///
/// ```swift
/// // The victim's main function:
/// try await KilledStoreConformance.writeForever(to: MyStore(path: path)) { line in
///   FileHandle.standardOutput.write(Data("\(line)\n".utf8))
/// }
///
/// // The test:
/// try await KilledStoreConformance { MyStore(path: path) }.check(kills: 100) { time in
///   // Starts the victim, sends it SIGKILL after that time, and returns what it had written.
///   try await MyVictim(path: path).output(killedAfter: time)
/// }
/// ```
public struct KilledStoreConformance: Sendable {
  private static let id = "kkkk7777"

  private let openStore: @Sendable () async throws -> any CredentialStore

  /// A check of the store that `openStore` opens, always in the same place.
  public init(_ openStore: @escaping @Sendable () async throws -> any CredentialStore) {
    self.openStore = openStore
  }

  /// Signs an account in and uses its session, as far as the store sees of that, until this process is killed.
  ///
  /// - Parameter say: gets a line for everything that the store promised to keep. It has to be out when this returns.
  /// - Throws: what the store throws.
  public static func writeForever(
    to store: any CredentialStore,
    say: @Sendable (String) -> Void
  ) async throws -> Never {
    let vault = AccountVault(store: store)
    if try await store.account(id: id) == nil { try await store.save(firstAccount) }
    while true {
      try await vault.withLease(on: id) { lease in
        try await lease.begin(at: Date())
        let next = await lease.account.journal.generation + 1
        try await lease.rotate(to: Secret("token \(next)"), at: Date())
        say("token \(next)")
        try await lease.finish(at: Date(), details: nil, browserIdentity: nil)
        say("finished \(next)")
        for count in 0..<5 {
          let login = await lease.account.journal.logins
          let state = Array("state \(login) \(count) ".utf8) + [UInt8](repeating: 7, count: 50_000)
          let session = KeptSession(
            login: login,
            opened: Date(),
            used: Date(),
            state: Secret(state),
            directory: Secret([])
          )
          try await lease.keep(session)
          say("session \(login) \(count)")
        }
      }
    }
  }

  /// Has the victim killed so many times, after different times up to `longest`, and checks what is left.
  ///
  /// - Parameter run: starts the victim, sends it SIGKILL after that time, and returns everything that it said.
  /// - Throws: ``CredentialStoreConformance/Broken`` for the first promise that is not kept; what the store and `run` throw.
  public func check(
    kills: Int = 100,
    longest: Duration = .milliseconds(400),
    _ run: @Sendable (_ killedAfter: Duration) async throws -> String
  ) async throws {
    var saidSomething = 0
    for kill in 0..<kills {
      let said = try await run(longest * (kill + 1) / kills)
      if !said.isEmpty { saidSomething += 1 }
      try await checkWhatIsLeft(after: said)
    }
    guard saidSomething > kills / 4 else {
      throw CredentialStoreConformance.Broken(description: "the victim is killed after it has begun to write")
    }
  }

  private func checkWhatIsLeft(after said: String) async throws {
    // A line that was cut off by the kill is a promise that was not made yet.
    let lines = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.split(separator: " ")
    }
    func last(_ word: String) -> [Int]? {
      lines.last { $0.first.map(String.init) == word }.map { $0.dropFirst().compactMap { Int($0) } }
    }
    func expect(_ isKept: Bool, _ promise: String) throws {
      guard isKept else { throw CredentialStoreConformance.Broken(description: promise + ", after a kill") }
    }
    let store = try await openStore()
    let accounts = try await store.accounts()
    guard let account = accounts.first, accounts.count == 1 else {
      return try expect(accounts.isEmpty && lines.isEmpty, "accounts can be read")
    }
    let generation = account.journal.generation
    try expect(account.token.reveal() == "token \(generation)", "a token and its journal belong together")
    if let token = last("token")?.first {
      try expect((token...token + 1).contains(generation), "a token that was stored is not lost")
    }
    if let finished = last("finished")?.first, generation == finished {
      try expect(account.previousToken == nil && account.journal.lastSuccess != nil, "a success is not lost")
    }
    if let session = last("session"), session[0] == account.journal.logins {
      let text = try await store.session(of: KilledStoreConformance.id)?.state.reveal() ?? []
      let count = (0..<5).last { text.starts(with: Array("state \(session[0]) \($0) ".utf8)) }
      try expect(count.map { $0 >= session[1] } ?? false, "a session that was stored is not lost")
      try expect(text.suffix(50_000).allSatisfy { $0 == 7 } && text.count > 50_000, "a session is whole")
    }
    try await store.withLock(on: KilledStoreConformance.id, deadline: .seconds(5)) {}
  }

  private static var firstAccount: StoredAccount {
    let details = AccountDetails(
      school: "https://school.example/pronote",
      schoolName: "School",
      space: "student",
      username: "lou",
      timeZone: "Europe/Paris",
      name: "Lou",
      students: ["Lou"]
    )
    return StoredAccount(id: id, details: details, created: Date(), deviceID: "device", token: Secret("token 1"))
  }
}
