import AccountVault
import Pronote
import SchoolModel
import SchoolServer
import SchoolTesting
import Testing
import WebSession

/// A running school whose second factor a test goes through, as a paired device and as others.
struct FactorSchool: Sendable {
  /// When the factor is given.
  enum Order: CaseIterable {
    /// In the session in which the device is paired.
    case atOnce
    /// In a later session, which the device's token opened.
    case afterReconnecting
  }

  /// A version of each numbering and of each challenge.
  static let versions = ["2020.0.2", "2024.3.9", "2026.2.5"]

  let address: SchoolAddress
  let transport: any Transport
  let vault = AccountVault(store: InMemoryCredentialStore())
  /// How often anything was asked.
  let counter = CountingTransport.Counter()

  /// Starts a school and stops it, whatever happens.
  static func with(
    _ version: String = "2026.2.5",
    encrypt: Bool = false,
    faults: [String] = [],
    configure: (inout SchoolServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (FactorSchool) async throws -> Void
  ) async throws {
    try await RunningSchool.with(version: version, encrypt: encrypt, faults: faults, configure: configure) {
      try await body(FactorSchool(address: $0, transport: $1))
    }
  }

  func client(renewing: Bool = false) -> PronoteClient {
    var configuration = PronoteClient.Configuration()
    configuration.deadline = .seconds(10)
    configuration.renewsExpiredSessions = renewing
    return PronoteClient(transport: CountingTransport(transport, counter), configuration: configuration)
  }

  // MARK: - Logins

  /// Signs in as in a browser.
  func signIn(
    _ username: String,
    _ password: String = "pronotevs",
    browserIdentity: String? = nil,
    renewing: Bool = false
  ) async throws -> LoginStep {
    try await client(renewing: renewing).signIn(
      school: School(url: address.root),
      space: .student,
      credentials: .password(username: username, password: Secret(password)),
      browserIdentity: browserIdentity
    )
  }

  /// Pairs a device, and stops at the second factor.
  func pair(_ username: String, _ order: Order) async throws -> (account: String, factor: SecondFactor) {
    let pairing = try await client().pair(
      school: School(url: address.root),
      space: .student,
      credentials: .pairing(username: username, password: Secret("pronotevs"), device: AppDevice()),
      in: vault
    )
    let factor = try FactorSchool.factor(pairing.step)
    guard order == .afterReconnecting else { return (pairing.account, factor) }
    await factor.cancel()
    return (pairing.account, try FactorSchool.factor(try await reconnect(pairing.account)))
  }

  /// Signs in with the token of a paired device.
  func reconnect(_ account: String) async throws -> LoginStep {
    try await client().openSession(of: account, in: vault, isFresh: true)
  }

  /// Expects that a login is finished.
  static func session(_ step: LoginStep) throws -> PronoteSession {
    guard case .signedIn(let session) = step else { throw PronoteError(.needsSecondFactor, "expected a session") }
    return session
  }

  /// Expects that a login wants something.
  static func factor(_ step: LoginStep) throws -> SecondFactor {
    guard case .needsSecondFactor(let factor) = step else { throw PronoteError(.badChoice, "expected a second factor") }
    return factor
  }

  // MARK: - What is observed

  /// The code of the error that a body throws, and how many requests it made.
  func failure(_ body: () async throws -> Void) async -> Failure {
    let before = counter.requests
    let error = await RunningSchool.failure(body)
    return Failure(code: error?.code, requests: counter.requests - before)
  }

  struct Failure: Equatable {
    var code: PronoteError.Code?
    var requests: Int
  }

  /// The code in the newest of the school's mails.
  func mailedCode() async throws -> String {
    let page = try #require(WebAddress(address.root + "/mail.html"))
    let text = try await transport.send(.get(page), limits: WebLimits()).text
    return String(try #require(text.firstMatch(of: #/code de vérification : (\d{6})/#)?.1))
  }

  /// What `finish()` says is missing.
  static func missing(_ factor: SecondFactor) async -> String? {
    let error = await RunningSchool.failure { _ = try await factor.finish() }
    return error?.code == .needsSecondFactor ? error?.message : nil
  }
}

extension SecondFactor {
  /// The step of each kind, as far as it is wanted.
  var passwordChange: PasswordChange? {
    steps.lazy.compactMap { if case .changePassword(let step) = $0 { step } else { nil } }.first
  }
  var protectionChoice: ProtectionChoice? {
    steps.lazy.compactMap { if case .chooseProtection(let step) = $0 { step } else { nil } }.first
  }
  var pinChoice: PINChoice? {
    steps.lazy.compactMap { if case .choosePIN(let step) = $0 { step } else { nil } }.first
  }
  var pinEntry: PINEntry? {
    steps.lazy.compactMap { if case .enterPIN(let step) = $0 { step } else { nil } }.first
  }
  var pinReset: PINReset? {
    steps.lazy.compactMap { if case .resetPIN(let step) = $0 { step } else { nil } }.first
  }
  var deviceNaming: DeviceNaming? {
    steps.lazy.compactMap { if case .nameDevice(let step) = $0 { step } else { nil } }.first
  }
}
