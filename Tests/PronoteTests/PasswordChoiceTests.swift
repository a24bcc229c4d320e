import AccountVault
import Pronote
import SchoolModel
import SchoolServer
import Testing
import WebSession

/// The steps that concern the password and the protection, with the account `nouveau` (session document 9.3).
@Suite(.timeLimit(.minutes(5))) struct PasswordChoiceTests {
  private static let password = "Cartable2026"

  /// Gives what the account wants.
  private static func choose(_ mode: ProtectionMode, pin: AccountPIN? = nil, _ factor: SecondFactor) async throws {
    try await factor.passwordChange?.change(to: Secret(password))
    try await factor.protectionChoice?.choose(mode, pin: pin)
  }

  @Test(arguments: FactorSchool.versions, [false, true])
  func `A password is replaced, and the old one is worth nothing`(version: String, encrypt: Bool) async throws {
    for order in FactorSchool.Order.allCases {
      try await FactorSchool.with(version, encrypt: encrypt) { school in
        let (account, factor) = try await school.pair("nouveau", order)
        #expect(factor.actions == [.choosePassword, .chooseProtection] && factor.steps.count == 2)
        let all = "still to do: choose a new password, choose how the account is protected"
        #expect(await FactorSchool.missing(factor) == all)
        let change = try #require(factor.passwordChange)
        let rules = try #require(change.rules)
        #expect(rules.minimumLength == 8 && rules.maximumLength == 32)
        for password in ["Court1", "pronotevs", "12345678", "Cartable", String(repeating: "Ab3", count: 11)] {
          let failure = await school.failure { try await change.change(to: Secret(password)) }
          #expect(failure == .init(code: .badChoice, requests: 0), "\(password)")
        }
        // What only the server knows: blanks at the ends.
        let blank = await school.failure { try await change.change(to: Secret("Cartable2026 ")) }
        #expect(blank == .init(code: .badChoice, requests: 1))
        #expect(await FactorSchool.missing(factor) == all)
        try await change.change(to: Secret(Self.password))
        #expect(await FactorSchool.missing(factor) == "still to do: choose how the account is protected")
        try await factor.protectionChoice?.choose(.off)
        _ = try await factor.finish()

        #expect(await school.failure { _ = try await school.signIn("nouveau") }.code == .wrongCredentials)
        _ = try FactorSchool.session(try await school.signIn("nouveau", Self.password))
        // The token that the device had died with the password; another one came.
        for _ in 0..<2 { _ = try FactorSchool.session(try await school.reconnect(account)) }
      }
    }
  }

  @Test(arguments: FactorSchool.versions, [false, true])
  func `A protection is one of those that are offered, with what it needs`(
    version: String,
    encrypt: Bool
  ) async throws {
    try await FactorSchool.with(version, encrypt: encrypt) { school in
      let factor = try FactorSchool.factor(try await school.signIn("nouveau"))
      let choice = try #require(factor.protectionChoice)
      #expect(choice.modes == [.off, .notification, .pin] && choice.suggested == .notification && choice.isFourDigits)
      let bad: [(ProtectionMode, AccountPIN?)] = [
        (.pin, nil), (.pin, try AccountPIN("24680")), (.undecided, nil), (.init(rawValue: 7), nil),
      ]
      for (mode, pin) in bad {
        let failure = await school.failure { try await choice.choose(mode, pin: pin) }
        #expect(failure == .init(code: .badChoice, requests: 0), "\(mode)")
      }
      try await Self.choose(.pin, pin: AccountPIN("2468"), factor)
      _ = try await factor.finish()

      let next = try FactorSchool.factor(try await school.signIn("nouveau", Self.password))
      #expect(next.actions == [.enterPIN])
      #expect(await school.failure { try await next.pinEntry?.enter(AccountPIN("1234")) }.code == .wrongPIN)
      try await next.pinEntry?.enter(AccountPIN("2468"))
      try await next.deviceNaming?.name("Navigateur")
      _ = try await next.finish()
    }
  }

  @Test(arguments: FactorSchool.versions) func `A choice can be changed until it is saved`(version: String) async throws
  {
    try await FactorSchool.with(version) { school in
      let factor = try FactorSchool.factor(try await school.signIn("nouveau"))
      try await Self.choose(.pin, pin: AccountPIN("2468"), factor)
      // The PIN goes with the mode: a server refuses one that it did not ask for.
      try await factor.protectionChoice?.choose(.notification, pin: AccountPIN("2468"))
      _ = try await factor.finish()
      let next = try FactorSchool.factor(try await school.signIn("nouveau", Self.password))
      #expect(next.actions == [.registerDevice])
    }
  }

  @Test func `A session that is renewed uses the new password`() async throws {
    try await FactorSchool.with(faults: ["expire-after=8"]) { school in
      let factor = try FactorSchool.factor(try await school.signIn("nouveau", renewing: true))
      try await Self.choose(.off, factor)
      let session = try await factor.finish()
      let student = try #require(await session.students.first)
      let week = RunningSchool.today...RunningSchool.today
      for _ in 0..<6 { _ = try await session.timetable(for: student, in: week) }
    }
  }

  @Test(arguments: TokenPolicy.allCases, FactorSchool.Order.allCases)
  func `The newest token is in the vault, whenever old ones die`(
    policy: TokenPolicy,
    order: FactorSchool.Order
  ) async throws {
    try await FactorSchool.with {
      $0.tokenPolicy = policy
    } _: { school in
      let (account, factor) = try await school.pair("nouveau", order)
      try await Self.choose(.off, factor)
      let session = try await factor.finish()
      await session.signOut()
      for _ in 0..<3 { await (try FactorSchool.session(try await school.reconnect(account))).signOut() }
      let stored = try #require(try await school.vault.store.account(id: account))
      #expect(stored.journal.state == .ready)
    }
  }
}
