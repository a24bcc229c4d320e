import AccountVault
import CAS
import Pronote
import SchoolModel
import SchoolServer
import Testing
import WebSession

/// What values say of themselves, printed, debugged and dumped: what a developer wants to know, and never a secret.
@Suite(.timeLimit(.minutes(2))) struct DescriptionTests {
  private static func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  /// The texts that would be a secret, or the inside of something.
  private static func flaws(_ value: Any) -> [String] {
    let text = String(describing: value) + String(reflecting: value) + dumped(value)
    return ["pronotevs", "PendingLogin", "login:", "Opaque", "0x0", "unknown context"].filter { text.contains($0) }
  }

  @Test(arguments: [
    ("pin", "enter the account's PIN, name this device"), ("choix", "choose a PIN, name this device"),
    ("nouveau", "choose a new password, choose how the account is protected"),
    ("oubli", "reset the account's PIN, name this device"),
  ])
  func `A login that waits says for what`(username: String, words: String) async throws {
    try await RunningSchool.with { address, transport in
      let step = try await RunningSchool.signIn(address, transport, username: username)
      let factor = try FactorSchool.factor(step)
      #expect("\(step)" == "needsSecondFactor(\(words))")
      #expect("\(factor)" == "SecondFactor(\(words))")
      #expect(factor.steps.map { "\($0)" }.joined(separator: ", ") == words)
      #expect(Self.dumped(step).contains(words.prefix { $0 != "," }))
      let inner: [Any?] = [
        factor.pinEntry, factor.pinChoice, factor.pinReset, factor.deviceNaming, factor.protectionChoice,
        factor.passwordChange, step, factor, factor.steps,
      ]
      for value in inner.compactMap(\.self) { #expect(Self.flaws(value) == [], "\(value)") }
      #expect(factor.pinChoice.map { "\($0)" } ?? "PINChoice(four digits)" == "PINChoice(four digits)")
      if let reset = factor.pinReset { #expect("\(reset)".hasPrefix("PINReset(a code to a*****@")) }
      if let change = factor.passwordChange { #expect("\(change)".hasPrefix("PasswordChange(8 to 32 characters, ")) }
      if let choice = factor.protectionChoice {
        #expect("\(choice)" == "ProtectionChoice(off, notification, PIN; the school suggests notification)")
      }
      if let naming = factor.deviceNaming { #expect("\(naming)" == "DeviceNaming(not known yet)") }
    }
  }

  @Test func `A session says whose it is, and a school where`() async throws {
    try await RunningSchool.with { address, transport in
      let step = try await RunningSchool.signIn(address, transport)
      let session = try FactorSchool.session(step)
      #expect("\(session)" == "PronoteSession(demonstration, student, \(address.root))")
      #expect("\(step)" == "signedIn(\(session))")
      let school = try School(url: address.root + "/eleve.html")
      #expect("\(school)" == "School(\(address.root), student, Europe/Paris)")
      #expect(Self.dumped(school).contains("Europe/Paris"))
      let description = "\(try await PronoteClient(transport: transport).describe(school))"
      #expect(
        description.hasPrefix("SchoolDescription(COLLÈGE DES TROIS RIVIÈRES, PRONOTE 2026.2.5, dialect e, spaces ")
      )
      #expect(description.contains("student and"))
      for value in [step, session, school] as [Any] { #expect(Self.flaws(value) == [], "\(value)") }
    }
  }

  @Test func `Errors say the step, the host, the codes and the pause`() {
    var error = PronoteError(.rateLimited, "too many attempts", retryAfter: .seconds(60))
    #expect("\(error)" == "too many attempts (rateLimited, try again in 60 s)")
    error.facts = .init(step: "Identification", host: "school.example", httpStatus: 429, serverCode: 25)
    #expect(
      "\(error)"
        == "Identification at school.example: too many attempts (rateLimited, HTTP 429, server code 25, try again in 60 s)"
    )
    #expect("\(VaultError(.damaged, "this is no account", path: "/v/a"))" == "this is no account (damaged, /v/a)")
    #expect("\(VaultError(.damaged, "/v/a holds no account", path: "/v/a"))" == "/v/a holds no account (damaged)")
    let budget = BudgetError(.daily, "enough", until: "more is free", seconds: 3, now: 1_700_000_000)
    #expect("\(budget.code)" == "budgetDaily" && "\(budget)".hasSuffix("in 3 s (budgetDaily)"))
  }
}
