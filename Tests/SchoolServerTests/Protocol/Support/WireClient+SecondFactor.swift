import PronoteWire
import Testing

/// Logins from devices, and what comes between a login and its session.
extension WireClient {
  /// Where a login comes from.
  enum Device {
    /// A browser, with what an earlier session gave it.
    case browser(identity: String?)
    /// An app that is being paired with a password.
    case pairing(String)
    /// An app that is being paired with a pairing code.
    case pairingCode(String)
    /// A paired app, whose password is its token.
    case app(String)
  }

  /// Signs in as far as Authentification.
  static func authenticate(
    _ school: WireSchool,
    _ login: String,
    _ password: String = "pronotevs",
    from device: Device = .browser(identity: nil)
  ) async throws -> (client: WireClient, answer: Authentification.Response) {
    var client = try await open(school)
    var request = Identification.Request(genreEspace: client.start.space, identifiant: login)
    var identity: String?
    switch device {
    case .browser(let known): identity = known
    case .pairing(let uuid):
      request.uuidAppliMobile = uuid
      request.demandeConnexionAppliMobile = true
    case .pairingCode(let uuid):
      request.uuidAppliMobile = uuid
      request.demandeConnexionAppliMobile = true
      request.demandeConnexionAppliMobileJeton = true
    case .app(let uuid):
      request.uuidAppliMobile = uuid
      request.enConnexionAppliMobile = true
    }
    try await client.parameters(identity: identity)
    let question = try Identification.Response(try await client.call(Identification.call(request)).payload)
    let payload = try await client.authenticate(login, password, question)
    return (client, try Authentification.Response(payload))
  }

  /// What a login would still want; nil when it is refused.
  static func pendingActions(
    _ school: WireSchool,
    _ login: String,
    _ password: String = "pronotevs",
    from device: Device = .browser(identity: nil)
  ) async throws -> [Int]? {
    let answer = try await authenticate(school, login, password, from: device).answer
    return answer.cle == nil ? nil : answer.actionsDoubleAuth
  }

  /// A secret inside a payload.
  func sealed(_ secret: String) -> String {
    channel.timeline.cipher.encrypt(text: secret)
  }

  /// A request that carries a PIN, a code or a password.
  func asking(_ action: Int, pin: String? = nil, password: String? = nil) -> SecurisationCompteDoubleAuth.Request {
    var request = SecurisationCompteDoubleAuth.Request(action: action)
    request.codePin = pin.map(sealed)
    request.nouveauMDP = password.map(sealed)
    return request
  }

  /// A request that saves choices.
  func saving(
    mode: Int? = nil,
    password: String? = nil,
    pin: String? = nil,
    label: String? = nil,
    code: String? = nil
  ) -> SecurisationCompteDoubleAuth.Request {
    var request = asking(3, pin: pin, password: password)
    request.mode = mode
    if let label {
      request.avecIdentification = true
      request.strIdentification = label
    }
    if let code {
      request.reinitPINOK = true
      request.codePINVerifReinit = sealed(code)
    }
    return request
  }

  /// One action of the second factor.
  @discardableResult
  mutating func answer(
    _ request: SecurisationCompteDoubleAuth.Request
  ) async throws -> SecurisationCompteDoubleAuth.Response {
    try .init(try await call(SecurisationCompteDoubleAuth.call(request)).payload)
  }

  /// The code of the refusal of one action that has to be refused.
  mutating func refusal(
    _ request: SecurisationCompteDoubleAuth.Request,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Int? {
    try await refusal(SecurisationCompteDoubleAuth.name, request.json, sourceLocation: sourceLocation)?.code
  }

  /// Whether the session is open.
  mutating func isOpen() async throws -> Bool {
    do {
      try await call("Navigation", WireRequests.navigation, tab: Tab.home)
      return true
    } catch let refusal as ServerRefusal where refusal.code == 10 {
      return false
    }
  }
}
