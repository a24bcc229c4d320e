import PronoteWire
import WebSession

/// A login that waits for its second factor: the session on the wire, and what was given so far.
actor PendingLogin {
  private static let maximumTries = 3
  private static let step = SecurisationCompteDoubleAuth.name

  private let login: Login
  private let connection: Connection
  private let machine: LoginStateMachine
  private let demand: SecondFactorDemand
  private var tries = 0
  private var pin: AccountPIN?
  private var mode: ProtectionMode?
  private var deviceName: String?
  private var password: Secret<String>?
  private var isOver = false

  init(login: Login, connection: Connection, machine: LoginStateMachine, demand: SecondFactorDemand) {
    self.login = login
    self.connection = connection
    self.machine = machine
    self.demand = demand
  }

  nonisolated var actions: [SecondFactor.Action] { demand.actions }

  nonisolated var steps: [SecondFactorStep] { demand.steps(of: self) }

  // MARK: - The steps

  func verify(_ pin: AccountPIN) async throws {
    var request = SecurisationCompteDoubleAuth.Request(action: 0)
    request.codePin = await connection.seal(pin.digits)
    guard try await ask(request).result == true else {
      tries += 1
      if tries >= PendingLogin.maximumTries {
        await cancel()
        throw failure(.wrongPIN, "wrong PIN for the third time: the login was given up")
      }
      throw failure(.wrongPIN, "wrong PIN; the server does not say how many tries are left")
    }
    self.pin = pin
  }

  func isKnown(device name: String) async throws -> Bool {
    var request = SecurisationCompteDoubleAuth.Request(action: 2)
    request.libelle = try checked(name)
    return try await ask(request).dejaConnu ?? false
  }

  func setDeviceName(_ name: String) throws {
    deviceName = try checked(name)
  }

  func choose(_ mode: ProtectionMode, among modes: [ProtectionMode], pin: AccountPIN?) throws {
    guard modes.isEmpty || modes.contains(mode) else {
      throw failure(.badChoice, "the school does not offer the protection “\(mode)”")
    }
    guard mode != .pin || pin != nil || self.pin != nil else {
      throw failure(.badChoice, "this protection needs a PIN")
    }
    self.mode = mode
    self.pin = pin ?? self.pin
  }

  func choose(_ pin: AccountPIN, isFourDigits: Bool) throws {
    guard !isFourDigits || pin.digits.utf8.count == 4 else {
      throw failure(.badChoice, "the PIN of this account is exactly four digits")
    }
    self.pin = pin
  }

  func change(to password: Secret<String>, rules: PasswordRules?) async throws {
    if let objection = rules?.objection(to: password.reveal(), username: login.credentials.username) {
      throw failure(.badChoice, "the new password is \(objection)")
    }
    var request = SecurisationCompteDoubleAuth.Request(action: 1)
    request.nouveauMDP = await connection.seal(password.reveal())
    guard try await ask(request).result == true else {
      throw failure(.badChoice, "the server does not accept this password")
    }
    self.password = password
  }

  // MARK: - The end

  /// Saves everything that was given with one action, and goes on with the login. Two requests.
  func finish() async throws -> PronoteSession {
    let missing = missing
    guard missing.isEmpty else {
      throw failure(.needsSecondFactor, "still to do: " + missing.joined(separator: ", "))
    }
    isOver = true
    let request = await summary()
    // A token may come back: whoever gives up waiting must not lose it.
    return try await Task {
      let response = try await connection.call(SecurisationCompteDoubleAuth.self, request)
      var machine = machine
      let next = try machine.passSecondFactor(token: response.jetonConnexionAppliMobile)
      let stop = try await connection.run(machine, next, keep: login.keep)
      guard case .finished(let outcome) = stop.next else {
        throw failure(.needsSecondFactor, "the server asks for a second factor again")
      }
      return try await PronoteSession.open(login: login, connection: connection, outcome: outcome)
    }.value
  }

  /// Leaves without having given what was asked for. One request.
  func cancel() async {
    isOver = true
    _ = try? await connection.call(SaisieDeconnexion.self, NoPayload())
  }

  private var missing: [String] {
    steps.filter { step in
      switch step {
      case .enterPIN, .choosePIN: pin == nil
      case .nameDevice: deviceName == nil
      case .chooseProtection: mode == nil
      case .changePassword: password == nil
      case .unknown: true
      }
    }.map(\.description)
  }

  private func summary() async -> SecurisationCompteDoubleAuth.Request {
    var request = SecurisationCompteDoubleAuth.Request(action: 3)
    request.mode = mode?.rawValue
    if let pin { request.codePin = await connection.seal(pin.digits) }
    if let password { request.nouveauMDP = await connection.seal(password.reveal()) }
    if let deviceName {
      request.avecIdentification = true
      request.strIdentification = deviceName
    }
    return request
  }

  private func ask(
    _ request: SecurisationCompteDoubleAuth.Request
  ) async throws -> SecurisationCompteDoubleAuth.Response {
    guard !isOver else { throw failure(.sessionExpired, "this login is over") }
    return try await connection.call(SecurisationCompteDoubleAuth.self, request)
  }

  private func checked(_ name: String) throws -> String {
    let name = name.trimmingBlanks
    guard (1...DeviceNaming.maximumLength).contains(name.count) else {
      throw failure(.badChoice, "the name of a device has 1 to \(DeviceNaming.maximumLength) characters")
    }
    return name
  }

  private nonisolated func failure(_ code: PronoteError.Code, _ message: String) -> PronoteError {
    PronoteError(code, message, facts: .init(step: PendingLogin.step, host: login.school.host))
  }
}
