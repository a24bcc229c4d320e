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
  /// The PIN that was entered or chosen.
  private var pin: AccountPIN?
  /// The PIN that came with the choice of a mode.
  private var pinOfMode: AccountPIN?
  private var resetCode: String?
  private var mode: ProtectionMode?
  private var deviceName: String?
  private var password: Secret<String>?
  private(set) var isOver = false

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
    guard try await ask(request).result == true else { throw await wrongTry("PIN") }
    self.pin = pin
  }

  func sendResetCode() async throws {
    guard try await ask(SecurisationCompteDoubleAuth.Request(action: 10)).ok == true else {
      throw failure(.unavailable, "the server did not send a code")
    }
  }

  func reset(code: String, to pin: AccountPIN, isFourDigits: Bool) async throws {
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw failure(.badChoice, "the code that resets a PIN is six digits")
    }
    try check(pin, isFourDigits: isFourDigits)
    var request = SecurisationCompteDoubleAuth.Request(action: 11)
    request.codePin = await connection.seal(code)
    guard try await ask(request).result == true else { throw await wrongTry("code") }
    resetCode = code
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

  func choose(_ mode: ProtectionMode, among modes: [ProtectionMode], pin: AccountPIN?, isFourDigits: Bool) throws {
    guard modes.isEmpty || modes.contains(mode) else {
      throw failure(.badChoice, "the school does not offer the protection “\(mode)”")
    }
    guard mode != .pin || pin != nil || self.pin != nil else {
      throw failure(.badChoice, "this protection needs a PIN")
    }
    if let pin { try check(pin, isFourDigits: isFourDigits) }
    self.mode = mode
    pinOfMode = mode == .pin ? pin : nil
  }

  func choose(_ pin: AccountPIN, isFourDigits: Bool) throws {
    try check(pin, isFourDigits: isFourDigits)
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
      let response = try await save(request)
      var machine = machine
      let next = try machine.passSecondFactor(token: response.jetonConnexionAppliMobile)
      let stop = try await connection.run(machine, next, keep: login.keep)
      guard case .finished(let outcome) = stop.next else {
        throw failure(.needsSecondFactor, "the server asks for a second factor again")
      }
      // A renewal signs in with the new password, from a browser that is registered by now.
      var login = login
      login.browserIdentity = outcome.browserIdentity
      if let password { login.credentials = login.credentials.replacing(password: password) }
      return try await PronoteSession.open(login: login, connection: connection, outcome: outcome)
    }.value
  }

  /// Saves what was given. After a refusal the login waits as before.
  private func save(
    _ request: SecurisationCompteDoubleAuth.Request
  ) async throws -> SecurisationCompteDoubleAuth.Response {
    do {
      return try await connection.call(SecurisationCompteDoubleAuth.self, request)
    } catch let error as PronoteError where error.code == .accessDenied {
      isOver = false
      throw error
    }
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
      case .resetPIN: resetCode == nil
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
    if let pin = pin ?? pinOfMode { request.codePin = await connection.seal(pin.digits) }
    if let resetCode {
      request.reinitPINOK = true
      request.codePINVerifReinit = await connection.seal(resetCode)
    }
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

  /// Counts a wrong PIN or code. The third one ends the login, as in the official client.
  private func wrongTry(_ what: String) async -> PronoteError {
    tries += 1
    guard tries >= PendingLogin.maximumTries else {
      return failure(.wrongPIN, "wrong \(what); the server does not say how many tries are left")
    }
    await cancel()
    return failure(.wrongPIN, "wrong \(what) for the third time: the login was given up")
  }

  private func check(_ pin: AccountPIN, isFourDigits: Bool) throws {
    guard !isFourDigits || pin.digits.utf8.count == 4 else {
      throw failure(.badChoice, "the PIN of this account is exactly four digits")
    }
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

extension PendingLogin: CustomReflectable {
  /// Nothing: PINs, passwords and keys are in here.
  nonisolated var customMirror: Mirror { Mirror(self, children: [:]) }
}
