import AccountVault
import Pronote
import SchoolModel
import SchoolServer
import TestSupport
import Testing
import WebSession

/// The steps that concern PINs and devices, with each account that wants them (session document 9.3).
@Suite(.timeLimit(.minutes(5))) struct SecondFactorTests {
  @Test(arguments: FactorSchool.versions, [false, true])
  func `A PIN is entered and the device named, at once or after reconnecting`(
    version: String,
    encrypt: Bool
  ) async throws {
    try await FactorSchool.with(version, encrypt: encrypt) { school in
      for order in FactorSchool.Order.allCases {
        let (account, factor) = try await school.pair("pin", order)
        #expect(factor.actions == [.enterPIN] && factor.steps.count == 2)
        #expect(await FactorSchool.missing(factor) == "still to do: enter the account's PIN, name this device")
        let entry = try #require(factor.pinEntry)
        #expect(
          await school.failure { try await entry.enter(AccountPIN("4321")) } == .init(code: .wrongPIN, requests: 1)
        )
        try await entry.enter(AccountPIN("1234"))
        #expect(await FactorSchool.missing(factor) == "still to do: name this device")
        let naming = try #require(factor.deviceNaming)
        #expect(try await naming.isKnown("PC \(order)") == false)
        try await naming.name("PC \(order)")
        let session = try await factor.finish()
        #expect(await session.students.count == 1)
        _ = try FactorSchool.session(try await school.reconnect(account))
      }
    }
  }

  @Test(arguments: FactorSchool.versions, [false, true])
  func `A PIN is chosen, and wanted from the next device`(version: String, encrypt: Bool) async throws {
    for order in FactorSchool.Order.allCases {
      try await FactorSchool.with(version, encrypt: encrypt) { school in
        let (account, factor) = try await school.pair("choix", order)
        #expect(factor.actions == [.choosePIN] && factor.steps.count == 2)
        #expect(await FactorSchool.missing(factor) == "still to do: choose a PIN, name this device")
        let choice = try #require(factor.pinChoice)
        #expect(choice.isFourDigits)
        #expect(
          await school.failure { try await choice.choose(AccountPIN("24680")) } == .init(code: .badChoice, requests: 0)
        )
        try await choice.choose(AccountPIN("2468"))
        #expect(await FactorSchool.missing(factor) == "still to do: name this device")
        try await factor.deviceNaming?.name("PC")
        _ = try await factor.finish()
        _ = try FactorSchool.session(try await school.reconnect(account))

        let next = try FactorSchool.factor(try await school.signIn("choix"))
        let entry = try #require(next.pinEntry)
        #expect(await school.failure { try await entry.enter(AccountPIN("1234")) }.code == .wrongPIN)
        try await entry.enter(AccountPIN("2468"))
        try await next.deviceNaming?.name("Navigateur")
        _ = try await next.finish()
      }
    }
  }

  @Test(arguments: FactorSchool.versions, [false, true])
  func `A device is registered under a name of its own`(version: String, encrypt: Bool) async throws {
    try await FactorSchool.with(version, encrypt: encrypt) { school in
      for order in FactorSchool.Order.allCases {
        let (account, factor) = try await school.pair("appareil", order)
        // Whatever number the dialect has for it.
        #expect(factor.actions == [.registerDevice] && factor.steps.count == 1)
        #expect(await FactorSchool.missing(factor) == "still to do: name this device")
        let naming = try #require(factor.deviceNaming)
        #expect(try await naming.isKnown("PC") == (order == .afterReconnecting))
        #expect(await school.failure { try await naming.name("  ") } == .init(code: .badChoice, requests: 0))
        try await naming.name(order == .atOnce ? "PC" : "PC 2")
        _ = try await factor.finish()
        _ = try FactorSchool.session(try await school.reconnect(account))
      }
    }
  }

  @Test(arguments: FactorSchool.versions, ["pin", "appareil"])
  func `A browser that was registered is known again`(version: String, username: String) async throws {
    try await FactorSchool.with(version, encrypt: true, faults: ["expire-after=9"]) { school in
      let factor = try FactorSchool.factor(try await school.signIn(username, renewing: true))
      try await factor.pinEntry?.enter(AccountPIN("1234"))
      try await factor.deviceNaming?.name("Navigateur")
      let session = try await factor.finish()
      let identity = try #require(session.browserIdentity)
      _ = try FactorSchool.session(try await school.signIn(username, browserIdentity: identity))
      _ = try FactorSchool.factor(try await school.signIn(username))
      // Nor is it asked again when its session expires and is renewed.
      let student = try #require(await session.students.first)
      let week = RunningSchool.today...RunningSchool.today
      for _ in 0..<6 { _ = try await session.timetable(for: student, in: week) }
    }
  }

  @Test(arguments: FactorSchool.versions.dropFirst(), [false, true])
  func `A forgotten PIN is reset with the code of a mail`(version: String, encrypt: Bool) async throws {
    for order in FactorSchool.Order.allCases {
      try await FactorSchool.with(version, encrypt: encrypt) { school in
        let (account, factor) = try await school.pair("oubli", order)
        #expect(factor.actions == [.resetPIN] && factor.steps.count == 2)
        #expect(await FactorSchool.missing(factor) == "still to do: reset the account's PIN, name this device")
        let reset = try #require(factor.pinReset)
        #expect(reset.isFourDigits)
        #expect(reset.maskedAddress?.wholeMatch(of: #/[a-z]\*+@eleve\.example/#) != nil)
        let pin = try AccountPIN("2468")
        #expect(await school.failure { try await reset.sendCode() } == .init(requests: 1))
        let code = try await school.mailedCode()
        for text in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
          #expect(
            await school.failure { try await reset.reset(code: text, to: pin) } == .init(code: .badChoice, requests: 0)
          )
        }
        let long = await school.failure { try await reset.reset(code: code, to: AccountPIN("24680")) }
        #expect(long == .init(code: .badChoice, requests: 0))
        let wrong = code == "000000" ? "000001" : "000000"
        #expect(
          await school.failure { try await reset.reset(code: wrong, to: pin) } == .init(code: .wrongPIN, requests: 1)
        )
        #expect(await FactorSchool.missing(factor) == "still to do: reset the account's PIN, name this device")
        #expect(await school.failure { try await reset.reset(code: code, to: pin) } == .init(requests: 1))
        try await factor.deviceNaming?.name("PC")
        _ = try await factor.finish()
        _ = try FactorSchool.session(try await school.reconnect(account))

        let next = try FactorSchool.factor(try await school.signIn("oubli"))
        let entry = try #require(next.pinEntry)
        #expect(await school.failure { try await entry.enter(AccountPIN("1234")) }.code == .wrongPIN)
        try await entry.enter(pin)
      }
    }
  }

  @Test func `The third wrong code ends the login`() async throws {
    try await FactorSchool.with { school in
      let factor = try FactorSchool.factor(try await school.signIn("oubli"))
      let reset = try #require(factor.pinReset)
      try await reset.sendCode()
      let code = try await school.mailedCode()
      let wrong = code == "000000" ? "000001" : "000000"
      let pin = try AccountPIN("2468")
      for _ in 0..<2 { #expect(await school.failure { try await reset.reset(code: wrong, to: pin) }.code == .wrongPIN) }
      let third = await RunningSchool.failure { try await reset.reset(code: wrong, to: pin) }
      #expect(third?.code == .wrongPIN && third?.message.contains("third") == true)
      for body in [{ try await reset.reset(code: code, to: pin) }, { try await reset.sendCode() }] {
        #expect(await school.failure(body) == .init(code: .sessionExpired, requests: 0))
      }
    }
  }

  @Test func `A code that expired before it was saved can be replaced`() async throws {
    let clock = SteppedClock()
    try await FactorSchool.with {
      $0.now = { clock.now }
    } _: { school in
      let factor = try FactorSchool.factor(try await school.signIn("oubli"))
      let reset = try #require(factor.pinReset)
      try await reset.sendCode()
      try await reset.reset(code: school.mailedCode(), to: AccountPIN("2468"))
      try await factor.deviceNaming?.name("Navigateur")
      clock.advance(seconds: 601)
      #expect(await school.failure { _ = try await factor.finish() } == .init(code: .accessDenied, requests: 1))
      try await reset.sendCode()
      try await reset.reset(code: school.mailedCode(), to: AccountPIN("2468"))
      _ = try await factor.finish()
    }
  }

  @Test func `In the oldest dialects a forgotten PIN has to be entered`() async throws {
    try await FactorSchool.with("2020.0.2") { school in
      let factor = try FactorSchool.factor(try await school.signIn("oubli"))
      #expect(factor.actions == [.enterPIN] && factor.pinReset == nil)
      try await factor.pinEntry?.enter(AccountPIN("1234"))
      try await factor.deviceNaming?.name("Navigateur")
      _ = try await factor.finish()
    }
  }
}
