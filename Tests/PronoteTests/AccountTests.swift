import AccountVault
import Foundation
import Pronote
import SchoolModel
import SchoolServer
import SchoolTesting
import Testing
import WebSession

/// Accounts that last: pairing, rotating tokens, the second factor (session document 7 to 9).
@Suite(.timeLimit(.minutes(5))) struct AccountTests {
  private static func client(_ transport: any Transport) -> PronoteClient {
    var configuration = PronoteClient.Configuration()
    configuration.deadline = .seconds(10)
    configuration.replays = 0
    return PronoteClient(transport: transport, configuration: configuration)
  }

  private static func pair(
    _ address: SchoolAddress,
    _ transport: any Transport,
    _ vault: AccountVault,
    username: String = "demonstration"
  ) async throws -> PronoteClient.Pairing {
    try await client(transport).pair(
      school: School(url: address.root),
      space: .student,
      credentials: .pairing(username: username, password: Secret("pronotevs"), device: AppDevice()),
      in: vault
    )
  }

  private static func session(_ step: LoginStep) throws -> PronoteSession {
    guard case .signedIn(let session) = step else { throw PronoteError(.needsSecondFactor, "expected a session") }
    return session
  }

  @Test(arguments: ["2020.0.2", "2022.0.1", "2024.3.9", "2025.2.6", "2026.2.5"], [false, true])
  func `An account is used again and again with a new token each time`(version: String, encrypt: Bool) async throws {
    try await RunningSchool.with(version: version, encrypt: encrypt) { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      let id = try await Self.pair(address, transport, vault).account
      var tokens: Set<String> = []
      for _ in 0..<5 {
        let session = try Self.session(try await Self.client(transport).openSession(of: id, in: vault, isFresh: true))
        #expect(await session.students.map(\.name) == ["PARENT Fanny"])
        tokens.insert(try #require(try await vault.store.account(id: id)).token.reveal())
        await session.signOut()
      }
      let account = try #require(try await vault.store.account(id: id))
      #expect(tokens.count == 5)
      #expect(account.journal.generation == 6 && account.journal.state == .ready)
      #expect(account.journal.lastSuccess != nil)
    }
  }

  @Test(arguments: ["2020.0.2", "2024.3.9", "2026.2.5"])
  func `A pairing code works once, with its PIN`(version: String) async throws {
    try await RunningSchool.with(version: version, encrypt: true, compress: true) { address, transport in
      let client = Self.client(transport)
      let first = try await RunningSchool.session(address, transport)
      let code = try await first.makePairingCode(pin: PairingPIN("0042"))
      #expect(code.url == address.root + "/mobile.eleve.html")
      let copy = try PairingCode(decoding: code.text)
      #expect(#expect(throws: PronoteError.self) { try copy.contents(pin: PairingPIN("4200")) }?.code == .wrongPIN)
      let contents = try copy.contents(pin: PairingPIN("0042"))
      let vault = AccountVault(store: InMemoryCredentialStore())
      let pair = { () async throws in
        try await client.pair(
          school: try copy.school(),
          space: try copy.space(),
          credentials: .pairingCode(contents, device: AppDevice()),
          in: vault
        )
      }
      let pairing = try await pair()
      #expect(try await Self.session(pairing.step).displayName == "PARENT Fanny")
      #expect(await RunningSchool.failure { _ = try await pair() }?.code == .pairingRefused)
      // As a password it is worth nothing (session document 8.1).
      let asPassword = Credentials.password(username: contents.login, password: contents.token)
      let refused = await RunningSchool.failure {
        _ = try await client.signIn(school: School(url: address.root), space: .student, credentials: asPassword)
      }
      #expect(refused?.code == .wrongCredentials)
    }
  }

  @Test(arguments: [
    "[]", "{}", "no json", #"{"login":"zz","jeton":"00","url":"x"}"#, #"{"login":"AB","jeton":"CD","url":"x"}"#,
  ])
  func `A text that is no pairing code is told apart from a wrong PIN`(text: String) {
    let error = #expect(throws: PronoteError.self) { try PairingCode(decoding: text) }
    #expect(error?.code == .damagedCode)
    for pin in ["", "123", "12345", "12a4", "١٢٣٤"] {
      #expect(#expect(throws: PronoteError.self) { try PairingPIN(pin) }?.code == .badPIN)
    }
  }

  @Test(arguments: TokenPolicy.allCases, ["2024.3.9", "2026.2.5"])
  func `A lost answer is survived where the protocol permits it`(policy: TokenPolicy, version: String) async throws {
    for function in ["FonctionParametres", "Identification", "Authentification", "ParametresUtilisateur"] {
      let store = InMemoryCredentialStore()
      let vault = AccountVault(store: store)
      // The first login pairs; the answer of the second is lost.
      try await RunningSchool.with(version: version, faults: ["drop-reply=\(function):1"]) {
        $0.tokenPolicy = policy
      } _: { address, transport in
        // The pairing itself loses its answer the first time, and is done again.
        let first = try? await Self.pair(address, transport, vault)
        let pairing = if let first { first } else { try await Self.pair(address, transport, vault) }
        #expect(try await Self.session(pairing.step).displayName == "PARENT Fanny")
      }
      let lost = LosingTransport.Plan(function)
      try await RunningSchool.with(version: version) {
        $0.tokenPolicy = policy
      } _: { address, transport in
        let vault = AccountVault(store: InMemoryCredentialStore())
        let id = try await Self.pair(address, transport, vault).account
        let losing = LosingTransport(base: transport, plan: lost)
        await lost.arm()
        let failure = await RunningSchool.failure {
          _ = try await Self.client(losing).openSession(of: id, in: vault, isFresh: true)
        }
        #expect(failure != nil, "\(function)")
        let next = await RunningSchool.failure {
          _ = try await Self.client(transport).openSession(of: id, in: vault, isFresh: true)
        }
        if policy == .strict, function == "Authentification" {
          // The one window that the protocol does not permit.
          #expect(next?.code == .needsPairing)
          let account = try #require(try await vault.store.account(id: id))
          #expect(account.journal.state == .needsPairing)
          let again = try await Self.pair(address, transport, vault)
          #expect(again.account == id, "the id stays")
          _ = try await Self.client(transport).openSession(of: id, in: vault, isFresh: true)
        } else {
          #expect(next == nil, "\(function): \(String(describing: next))")
        }
      }
    }
  }

  @Test func `The second factor is given once, and the device is known from then on`() async throws {
    try await RunningSchool.with(encrypt: true) { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      let pairing = try await Self.pair(address, transport, vault, username: "pin")
      guard case .needsSecondFactor(let factor) = pairing.step else { throw PronoteError(.badChoice, "no factor") }
      #expect(factor.actions == [.enterPIN])
      #expect(try await vault.store.account(id: pairing.account)?.journal.state == .needsPerson)
      #expect(await RunningSchool.failure { _ = try await factor.finish() }?.code == .needsSecondFactor)
      for step in factor.steps {
        switch step {
        case .enterPIN(let entry):
          #expect(await RunningSchool.failure { try await entry.enter(AccountPIN("0000")) }?.code == .wrongPIN)
          try await entry.enter(AccountPIN("1234"))
        case .nameDevice(let naming):
          let long = String(repeating: "é", count: 31)
          #expect(await RunningSchool.failure { try await naming.name(long) }?.code == .badChoice)
          #expect(try await !naming.isKnown("Mon PC"))
          try await naming.name("Mon PC")
        default: Issue.record("unexpected: \(step.description)")
        }
      }
      let session = try await factor.finish()
      #expect(await session.displayName == "AMARI Jeanne")
      // The device has a name now: no factor any more.
      let next = try await Self.client(transport).openSession(of: pairing.account, in: vault, isFresh: true)
      #expect(try await Self.session(next).displayName == "AMARI Jeanne")
    }
  }

  @Test func `The second factor comes with the token after a pairing code`() async throws {
    try await RunningSchool.with { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      guard case .needsSecondFactor(let first) = try await RunningSchool.signIn(address, transport, username: "pin")
      else { throw PronoteError(.badChoice, "no factor") }
      for step in first.steps {
        if case .enterPIN(let entry) = step { try await entry.enter(AccountPIN("1234")) }
        if case .nameDevice(let naming) = step { try await naming.name("Navigateur") }
      }
      let code = try await first.finish().makePairingCode(pin: PairingPIN("1111"))
      let pairing = try await Self.client(transport).pair(
        school: School(url: code.url),
        space: .student,
        credentials: .pairingCode(code.contents(pin: PairingPIN("1111")), device: AppDevice()),
        in: vault
      )
      await (try Self.session(pairing.step)).signOut()
      let step = try await Self.client(transport).openSession(of: pairing.account, in: vault, isFresh: true)
      guard case .needsSecondFactor(let factor) = step else { throw PronoteError(.badChoice, "no factor") }
      guard case .enterPIN(let entry)? = factor.steps.first else { throw PronoteError(.badChoice, "no PIN") }
      for _ in 0..<2 { #expect(await RunningSchool.failure { try await entry.enter(AccountPIN("9999")) } != nil) }
      let third = await RunningSchool.failure { try await entry.enter(AccountPIN("9999")) }
      #expect(third?.code == .wrongPIN && third?.message.contains("third") == true)
      #expect(await RunningSchool.failure { try await entry.enter(AccountPIN("1234")) }?.code == .sessionExpired)
    }
  }

  @Test func `Many logins of one account at once take turns, and lose no token`() async throws {
    try await RunningSchool.with { address, transport in
      let directory = NSTemporaryDirectory() + "/trousse-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: directory) }
      let vaults = (0..<2).map { _ in AccountVault(store: FileCredentialStore(directory: directory)) }
      let id = try await Self.pair(address, transport, vaults[0]).account
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask {
            let step = try await Self.client(transport).openSession(of: id, in: vaults[number % 2], isFresh: true)
            await (try Self.session(step)).signOut()
          }
        }
        try await group.waitForAll()
      }
      let account = try #require(try await vaults[0].store.account(id: id))
      #expect(account.journal.generation == 21 && account.journal.state == .ready)
    }
  }

  @Test func `A login that was cancelled keeps its token`() async throws {
    try await RunningSchool.with(faults: ["latency=30"]) { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      let id = try await Self.pair(address, transport, vault).account
      for delay in stride(from: 0, through: 200, by: 25) {
        let login = Task { _ = try await Self.client(transport).openSession(of: id, in: vault, isFresh: true) }
        try await Task.sleep(for: .milliseconds(delay))
        login.cancel()
        _ = try? await login.value
      }
      _ = try await Self.client(transport).openSession(of: id, in: vault, isFresh: true)
    }
  }
}

/// A transport that loses one answer: the server carries the call out, and nobody hears of it.
private struct LosingTransport: Transport {
  actor Plan {
    private let position: Int
    private var seen = 0
    private var isArmed = false

    init(_ function: String) {
      let calls = ["FonctionParametres", "Identification", "Authentification", "ParametresUtilisateur"]
      position = 1 + (calls.firstIndex(of: function) ?? 0)
    }

    func arm() { isArmed = true }

    /// Calls are the POST requests of a login, in their order.
    func loses(_ request: WebRequest) -> Bool {
      guard isArmed, request.method == .post else { return false }
      seen += 1
      return seen == position
    }
  }

  let base: any Transport
  let plan: Plan

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let response = try await base.send(request, limits: limits)
    if await plan.loses(request) { throw WebError(.connectionLost, "lost by the test", host: request.address.host) }
    return response
  }
}
