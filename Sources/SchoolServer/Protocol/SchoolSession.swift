import Foundation
import PronoteWire
import SchoolModel

/// One session of the school: its state, its ciphers, its ids (session document 18.2).
actor SchoolSession {
  /// How far the session is.
  enum State {
    /// The page was served.
    case fresh
    /// The parameters were exchanged.
    case parametrised
    /// Somebody named an account and got a challenge.
    case identified(LoginAttempt)
    /// The password was proven; the second factor was not.
    case pendingSecondFactor(AccountRecord, SecondFactorCheck)
    /// Signed in.
    case authenticated(AccountRecord)
    /// Over.
    case closed
  }

  /// What a call comes to.
  enum Outcome: Sendable {
    case answer([UInt8], function: String)
    case refusal(ServerRefusal)
  }

  nonisolated let number: Int
  nonisolated let lastUse: LastUse
  let school: School
  private let space: SpaceNumber
  private let spaceNumber: Int
  let ids: WireIDs
  private var channel: ServerChannel
  var state = State.fresh
  private var answered = 0

  /// What the page of this session may sign in with, once.
  private var portalLogin: PortalLogin?

  init(school: School, session: Int, space: SpaceNumber, spaceNumber: Int, portalLogin: PortalLogin? = nil) {
    number = session
    lastUse = LastUse(school.configuration.clock)
    self.portalLogin = portalLogin
    self.school = school
    self.space = space
    self.spaceNumber = spaceNumber
    ids = WireIDs(secret: RandomBytes.make(16))
    channel = school.channel(session: session)
  }

  /// Takes the body of a call.
  func receive(_ body: [UInt8], space: Int, pathOrder: String) -> Outcome {
    if case .closed = state { return .refusal(.sessionUnknown) }
    guard space == spaceNumber, isAlive else {
      state = .closed
      return .refusal(.sessionUnknown)
    }
    lastUse.touch()
    let arrival: ServerChannel.Arrival
    do {
      arrival = try channel.open(body: body, pathOrder: pathOrder)
    } catch {
      // A message out of step ends the session: nobody knows any more which one would be next.
      state = .closed
      return .refusal(.wrongOrder)
    }
    switch arrival {
    case .repeated(let function, let answer): return .answer(answer, function: function)
    case .call(let call):
      answered += 1
      return carryOut(call, pathOrder: pathOrder)
    }
  }

  /// Whoever is signed in.
  var signedInAccount: AccountRecord? {
    if case .authenticated(let account) = state { account } else { nil }
  }

  /// The space that the session's page belongs to.
  var accountSpace: AccountSpace { space.space }

  /// The ciphers of this session.
  var timeline: CipherTimeline { channel.timeline }

  /// The cipher in force.
  var cipher: SessionCipher { channel.timeline.cipher }

  private var isAlive: Bool {
    lastUse.age < school.configuration.idleTime
      && answered < school.faults.number(.expireAfter) ?? .max
  }

  private func carryOut(_ call: ServerChannel.Incoming, pathOrder: String) -> Outcome {
    do {
      if school.faults.strikes(.foreignObject, function: call.function) { throw ServerRefusal.foreignObject }
      let answer = try answer(call)
      let bytes = try channel.seal(answer, to: call, pathOrder: pathOrder)
      adoptKeyIfProven()
      return .answer(bytes, function: call.function)
    } catch {
      let refusal = error as? ServerRefusal ?? .cannotProcess
      channel.remember(refusal.body.bytes(asciiOnly: true), to: call, pathOrder: pathOrder)
      return .refusal(refusal)
    }
  }

  /// The device of this session.
  private(set) var deviceInUse: String?

  /// What the browser of this session is known by.
  private(set) var browserIdentity: String?

  /// What was tried of the account's protection.
  private var preferences = SecurityPreferences()

  /// Puts the token that came with this session in force, now that the session is used.
  private func confirmToken(_ account: AccountRecord) throws {
    guard let uuid = unconfirmedDevice else { return }
    unconfirmedDevice = nil
    guard let known = try school.database.device(account: account.key, uuid: uuid), let next = known.pendingToken
    else { return }
    var device = known
    device.token = next
    device.pendingToken = nil
    school.replacedTokens.note(known, replacedBy: device)
    try school.database.save(device)
  }

  /// The device whose newest token is in force only when this session is used.
  var unconfirmedDevice: String?

  /// The key that the last Authentification handed over, in force from the next request on.
  private var newKey: [UInt8]?

  private func adoptKeyIfProven() {
    if let material = newKey {
      channel.timeline.adoptKey(material: material)
      newKey = nil
    }
  }

  private func answer(_ call: ServerChannel.Incoming) throws -> ServerChannel.Answer {
    switch state {
    case .authenticated(let account), .pendingSecondFactor(let account, _): try confirmToken(account)
    default: break
    }
    switch (call.function, state) {
    case (FonctionParametres.name, .fresh):
      let parameters = try parameters(FonctionParametres.Request(call.payload))
      state = .parametrised
      return ServerChannel.Answer(payload: parameters.json, signature: ["ModeExclusif": false])
    case (_, .fresh):
      throw ServerRefusal.sessionUnknown
    case (Identification.name, .parametrised), (Identification.name, .identified):
      return ServerChannel.Answer(payload: try identify(Identification.Request(call.payload)).json)
    case (Authentification.name, .identified(let attempt)):
      return ServerChannel.Answer(payload: try authenticate(Authentification.Request(call.payload), attempt).json)
    case (SaisieDeconnexion.name, _):
      state = .closed
      return ServerChannel.Answer(payload: .object([]))
    case (SecurisationCompteDoubleAuth.name, .pendingSecondFactor(let account, let check)):
      return try answerSecondFactor(call, account, check)
    case (SecurisationComptePreference.name, .authenticated(let account)):
      let context = context(account, call.signature)
      return ServerChannel.Answer(
        payload: try preferences.answer(.init(call.payload), context, cipher: cipher).json,
        signature: ["notifications": ["compteurCentraleNotif": 0]]
      )
    case (_, .authenticated(let account)):
      return try FunctionTable.answer(call, context(account, call.signature))
    default:
      throw ServerRefusal.sessionUnknown
    }
  }

  private func context(_ account: AccountRecord, _ signature: WireSignature?) -> FunctionContext {
    FunctionContext(
      school: school,
      session: number,
      space: space,
      account: account,
      ids: ids,
      signature: signature
    )
  }

  // MARK: - The login

  private func parameters(_ request: FonctionParametres.Request) throws -> FonctionParametres.Response {
    let blanks = Set("\r\n\t ".unicodeScalars)
    let text = String(String.UnicodeScalarView(request.uuid.unicodeScalars.filter { !blanks.contains($0) }))
    guard var seed = Data(base64Encoded: text).map(Array.init), !seed.isEmpty else { throw ServerRefusal.cannotProcess }
    if let key = school.privateKey { seed = try key.decrypt(seed) }
    guard !seed.isEmpty else { throw ServerRefusal.cannotProcess }
    channel.timeline.adoptSeed(seed)
    let response = ParametersWriter(school: school, space: space, ids: ids).response(known: request.identifiantNav)
    browserIdentity = response.identifiantNav
    return response
  }

  private func identify(_ request: Identification.Request) throws -> Identification.Response {
    guard school.attempts.mayTry(request.identifiant.lowercased()) else {
      noteRateLimit(request)
      throw ServerRefusal.rateLimited
    }
    if request.pourENT { return identifyForPortal(request) }
    let account = try school.database.account(
      login: request.identifiant.trimmingBlanks.lowercased(),
      space: space.space
    )
    let secret = LoginSecret(request)
    let attempt = LoginAttempt(
      login: request.identifiant,
      account: account,
      secret: secret,
      accepted: try account.map { try secret.accepted(for: $0, in: school.database, at: school.configuration.now()) }
        ?? [],
      profile: school.profile
    )
    note(attempt)
    state = .identified(attempt)
    return attempt.challenge(channel.timeline)
  }

  /// The question for whoever brings what the portal gave to this page (session document 7.1, 13). One question, and the
  /// page's login is good no more.
  private func identifyForPortal(_ request: Identification.Request) -> Identification.Response {
    let login = portalLogin.flatMap { $0.identifier == request.identifiant ? $0 : nil }
    portalLogin = nil
    let isPairing = request.demandeConnexionAppliMobile && login?.device == request.uuidAppliMobile
    let attempt = LoginAttempt(
      login: request.identifiant,
      account: login?.account,
      secret: isPairing ? .portalPairing(uuid: request.uuidAppliMobile) : .password,
      accepted: login.map { [$0.password] } ?? [],
      profile: school.profile,
      isForPortal: true
    )
    note(attempt)
    state = .identified(attempt)
    return attempt.challenge(channel.timeline)
  }

  private func authenticate(
    _ request: Authentification.Request,
    _ attempt: LoginAttempt
  ) throws -> Authentification.Response {
    // A challenge is good for one answer.
    state = .parametrised
    var response = Authentification.Response()
    let login = attempt.login.lowercased()
    let found = attempt.proven(by: request.challenge, channel.timeline)
    let standing = try token(of: attempt, proven: found, answer: request.challenge)
    guard let account = attempt.account, let proven = found else {
      note(attempt, attempt.account == nil && !attempt.isForPortal ? .unknownAccount : .refused, token: standing)
      school.attempts.note(login, succeeded: false)
      response.acces = 1
      return response
    }
    school.attempts.note(login, succeeded: true)
    guard !account.isDisabled else {
      note(attempt, .disabledAccount, token: standing)
      response.acces = 10
      return response
    }
    let material = RandomBytes.make(16)
    newKey = material
    response.cle = attempt.seal(material, channel.timeline, secret: proven)
    response.libelleUtil = try school.database.person(account.person.key)?.label ?? account.person.label
    response.derniereConnexion = school.now
    response.jetonConnexionAppliMobile = try token(for: attempt, account, proven: proven)
    if let check = try secondFactor(attempt, account, &response) {
      state = .pendingSecondFactor(account, check)
      note(attempt, .needsSecondFactor, token: standing)
    } else {
      state = .authenticated(account)
      note(attempt, .accepted, token: standing)
    }
    if school.profile.userDataInAuthentication {
      response.utilisateur = try UserWriter(context: context(account, nil)).response()
    }
    return response
  }

  /// The next token of a device; nil for a browser. The old one dies as the policy says.
  private func token(for attempt: LoginAttempt, _ account: AccountRecord, proven: Int) throws -> String? {
    guard let uuid = attempt.secret.uuid else { return nil }
    let next = DeviceRecord.makeToken()
    deviceInUse = uuid
    var device = DeviceRecord(account: account.key, uuid: uuid, token: next)
    if let known = try school.database.device(account: account.key, uuid: uuid) {
      device.label = known.label
      if case .token = attempt.secret, school.configuration.tokenPolicy == .lenient {
        device.token = proven == 0 ? known.token : known.pendingToken ?? known.token
        device.pendingToken = next
        unconfirmedDevice = uuid
      }
      school.replacedTokens.note(known, replacedBy: device)
    }
    try school.database.save(device)
    if case .pairingCode = attempt.secret { try school.database.spendPairingCode(account: account.key) }
    return next
  }
}
