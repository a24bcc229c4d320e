import Foundation
import PronoteWire
import SchoolModel
import WebSession

/// The calls of a login, one after the other, without any network: what to send next, and what an answer means.
///
/// FonctionParametres, Identification, Authentification, ParametresUtilisateur (session document 0). The last one is
/// left out where Authentification already brought its content (dialect a0).
struct LoginStateMachine: Sendable {
  /// What a finished login knows.
  struct Outcome: Sendable {
    var parameters: FonctionParametres.Response
    var user: ParametresUtilisateur.Response
    var displayName: String
    /// For the next login from this device.
    var browserIdentity: String?
    /// When the session was opened, by this machine's clock.
    var opened: Date
  }

  /// What comes next.
  indirect enum Next: Sendable {
    case call(WireCall)
    case finished(Outcome)
    case secondFactor(SecondFactorDemand)
    /// The credentials changed: the token has to be kept before anything else happens.
    case keep(AppToken, then: Next)
  }

  private enum Stage: Sendable {
    case parameters
    case identification(FonctionParametres.Response)
    case authentication(FonctionParametres.Response, key: [UInt8])
    case secondFactor(FonctionParametres.Response, Authentification.Response)
    case user(FonctionParametres.Response, displayName: String?)
    case over
  }

  private let start: StartBlock
  private let credentials: Credentials
  private let seed: [UInt8]
  private let isDialectCertain: Bool
  private let now: @Sendable () -> Date
  private var stage = Stage.parameters
  /// The login as the server writes it, which goes with the token.
  private var canonicalLogin: String?

  /// A login with sixteen random bytes as `seed`.
  init(
    start: StartBlock,
    credentials: Credentials,
    seed: [UInt8],
    isDialectCertain: Bool,
    now: @escaping @Sendable () -> Date
  ) {
    self.now = now
    self.start = start
    self.credentials = credentials
    self.seed = seed
    self.isDialectCertain = isDialectCertain
  }

  /// The first call.
  func firstCall(profile: WireProfile, browserIdentity: String?) throws(WireError) -> WireCall {
    var handedOver = seed
    switch profile.seed {
    case .publishedKey:
      guard let key = start.publicKey else { throw WireError(.missing, "Start.MR", "no RSA key to encrypt for") }
      handedOver = try key.encrypt(seed)
    case .vendorKeyIfPlainHTTP:
      if start.flag("http") { handedOver = try SessionPublicKey.vendor.encrypt(seed) }
    }
    return FonctionParametres.call(.init(uuid: Base64.encode(handedOver), identifiantNav: browserIdentity))
  }

  /// Changes the ciphers after a call was sent and before its answer is opened.
  func prepare(_ channel: inout ClientChannel) {
    if case .parameters = stage { channel.timeline.adoptSeed(seed) }
  }

  /// Takes an answer.
  mutating func receive(_ reply: WireReply, _ channel: inout ClientChannel) throws -> Next {
    switch stage {
    case .parameters:
      let parameters = try FonctionParametres.Response(reply.payload)
      if let version = parameters.version { settle(&channel, version) }
      stage = .identification(parameters)
      return .call(identification(space: channel.space))
    case .identification(let parameters):
      let response = try Identification.Response(reply.payload)
      return try answer(response, parameters, &channel)
    case .authentication(let parameters, let key):
      return try accept(Authentification.Response(reply.payload), parameters, key: key, &channel)
    case .secondFactor:
      throw PronoteError(.orderMismatch, "the login waits for the second factor")
    case .user(let parameters, let displayName):
      let user = try ParametresUtilisateur.Response(reply.payload)
      return finish(parameters, user, displayName: displayName)
    case .over:
      throw PronoteError(.orderMismatch, "the login is already over")
    }
  }

  /// The first answer names the version, which settles a guess; a certain dialect is never changed by it.
  private func settle(_ channel: inout ClientChannel, _ version: ServerVersion) {
    guard !isDialectCertain else { return }
    let profile = WireProfile.profile(for: version)
    if profile.names.order == channel.profile.names.order { channel.settle(on: profile) }
  }

  /// The flags say what the password is and what is wanted back (session document 7.1).
  private func identification(space: Int) -> WireCall {
    var request = Identification.Request(genreEspace: space, identifiant: credentials.username)
    request.uuidAppliMobile = credentials.device?.id ?? ""
    switch credentials {
    case .password: break
    case .pairing: request.demandeConnexionAppliMobile = true
    case .pairingCode:
      request.demandeConnexionAppliMobile = true
      request.demandeConnexionAppliMobileJeton = true
    case .appToken: request.enConnexionAppliMobile = true
    case .portal:
      request.pourENT = true
      request.identifiant = start.portalCredentials?.login ?? ""
    }
    return Identification.call(request)
  }

  private mutating func answer(
    _ response: Identification.Response,
    _ parameters: FonctionParametres.Response,
    _ channel: inout ClientChannel
  ) throws -> Next {
    canonicalLogin = response.login
    // Whoever asks for a token proves the login that the server names (session document 7.2).
    let key: [UInt8]
    if case .portal = credentials {
      key = UserKey.portal(password: start.portalCredentials?.password ?? "", salt: response.alea)
    } else {
      let login = credentials.device == nil ? credentials.username : response.login ?? credentials.username
      key = UserKey.direct(
        login: login,
        password: credentials.password.reveal(),
        salt: response.alea,
        folding: response.folding
      )
    }
    let cipher = channel.timeline.cipher(key: key)
    let challenge = try Challenge(response.challenge, isNewestFamily: channel.profile.isNewestFamily)
    // The newest family changed this rule before: the other answer costs nothing, and the server decides.
    let fallback = channel.profile.isNewestFamily ? cipher.encrypt(text: response.challenge) : nil
    let proof: String
    do {
      proof = try challenge.answer(with: cipher)
    } catch {
      guard error.code == .cipher else { throw error }
      guard let fallback else {
        throw wrongCredentials("the challenge does not open with", isCertain: isDialectCertain)
      }
      proof = fallback
    }
    return authenticate(proof, parameters, key: key, space: channel.space)
  }

  private mutating func authenticate(
    _ proof: String,
    _ parameters: FonctionParametres.Response,
    key: [UInt8],
    space: Int
  ) -> Next {
    stage = .authentication(parameters, key: key)
    return .call(Authentification.call(.init(challenge: proof, espace: space)))
  }

  private mutating func accept(
    _ response: Authentification.Response,
    _ parameters: FonctionParametres.Response,
    key: [UInt8],
    _ channel: inout ClientChannel
  ) throws -> Next {
    guard let sealed = response.cle else { throw refusal(response) }
    let list = try channel.timeline.cipher(key: key).decrypt(hex: sealed)
    channel.timeline.adoptKey(material: try SessionKey.material(fromList: list))
    let next: Next
    if response.actionsDoubleAuth.isEmpty {
      next = user(parameters, response)
    } else {
      stage = .secondFactor(parameters, response)
      next = .secondFactor(SecondFactorDemand(response, profile: channel.profile))
    }
    return keeping(response.jetonConnexionAppliMobile, login: response.login, then: next)
  }

  /// Goes on after the second factor was saved, which may have replaced the token once more.
  mutating func passSecondFactor(token: String?) throws -> Next {
    guard case .secondFactor(let parameters, let response) = stage else {
      throw PronoteError(.orderMismatch, "the login waits for no second factor")
    }
    return keeping(token, login: response.login, then: user(parameters, response))
  }

  private mutating func user(_ parameters: FonctionParametres.Response, _ response: Authentification.Response) -> Next {
    if let user = response.utilisateur { return finish(parameters, user, displayName: response.libelleUtil) }
    stage = .user(parameters, displayName: response.libelleUtil)
    return .call(ParametresUtilisateur.call(NoPayload()))
  }

  private func keeping(_ token: String?, login: String?, then next: Next) -> Next {
    guard let token, let device = credentials.device else { return next }
    let login = login ?? canonicalLogin ?? credentials.username
    return .keep(AppToken(login: login, token: Secret(token), device: device), then: next)
  }

  private mutating func finish(
    _ parameters: FonctionParametres.Response,
    _ user: ParametresUtilisateur.Response,
    displayName: String?
  ) -> Next {
    stage = .over
    return .finished(
      Outcome(
        parameters: parameters,
        user: user,
        displayName: displayName ?? user.ressource.l,
        browserIdentity: parameters.identifiantNav,
        opened: now()
      )
    )
  }

  /// `Acces` (session document 7.5).
  private func refusal(_ response: Authentification.Response) -> PronoteError {
    var facts = PronoteError.Facts(serverCode: response.acces)
    facts.serverTitle = response.accesTitre
    facts.serverMessage = response.accesMessage
    let number = response.acces.map { "Acces \($0)" } ?? "no key and no reason"
    switch response.acces {
    case 1, nil:
      var error = wrongCredentials("the server refused", isCertain: response.acces == 1)
      error.facts = facts
      return error
    case 9:
      let text = [response.accesTitre, response.accesMessage].compactMap { $0 }.joined(separator: ": ")
      return PronoteError(.accessMessage, "the server refused the login: \(text)", facts: facts)
    case 10, 6:
      return PronoteError(.accountDisabled, "the school disabled this account (\(number))", facts: facts)
    default:
      return PronoteError(.notAuthorised, "this account may not open this space (\(number))", facts: facts)
    }
  }

  /// The proof failed. What was wrong depends on what was proven; whether it was wrong, on the dialect being certain.
  private func wrongCredentials(_ observed: String, isCertain: Bool) -> PronoteError {
    let (code, what): (PronoteError.Code, String) =
      switch credentials {
      case .password, .pairing: (.wrongCredentials, "this user name and password")
      case .pairingCode: (.pairingRefused, "this pairing code, which works once and for ten minutes")
      case .appToken: (.wrongCredentials, "this device's token, which works once")
      case .portal: (.portalRefused, "the login that its page gave for the portal's user")
      }
    return isCertain
      ? PronoteError(code, "\(observed) \(what)")
      : PronoteError(.cipherFailure, "\(observed) \(what), or the server speaks a dialect that could not be told")
  }
}
