import Foundation
import PronoteWire
import Testing
import WebSession

/// A session at a school, driven call by call.
struct WireClient: Sendable {
  /// The page had no session.
  struct NoSession: Error {}

  let school: WireSchool
  /// The session's page.
  let page: String
  let start: StartBlock
  var channel: ClientChannel
  /// The last call, and every byte of its answer.
  private(set) var last: (call: ClientChannel.Sealed, answer: [UInt8])?

  private let seed: [UInt8] = (0..<16).map { _ in UInt8.random(in: .min ... .max) }

  /// Fetches a page, which opens a session.
  static func open(_ school: WireSchool, page: String = "eleve.html") async throws -> WireClient {
    try read(try await school.get(page).text, of: school)
  }

  /// A session whose page was fetched already.
  static func read(_ text: String, of school: WireSchool) throws -> WireClient {
    guard case .session(let session) = try SessionPage.read(text) else { throw NoSession() }
    let evidence = DialectEvidence(start: session.start, pageVersion: session.version)
    return WireClient(
      school: school,
      page: text,
      start: session.start,
      channel: ClientChannel(
        session: session.start.session,
        space: session.start.space,
        conclusion: evidence.conclusion
      )
    )
  }

  private init(school: WireSchool, page: String, start: StartBlock, channel: ClientChannel) {
    self.school = school
    self.page = page
    self.start = start
    self.channel = channel
  }

  var profile: WireProfile { channel.profile }

  // MARK: - Calls

  /// Seals and posts a call, and opens its answer.
  ///
  /// - Throws: `ServerRefusal` when the school refuses.
  @discardableResult
  mutating func call(_ call: WireCall) async throws -> WireReply {
    let sealed = try channel.seal(call)
    let answer = try await school.post(sealed.path, sealed.body).body
    last = (sealed, answer)
    if call.function == FonctionParametres.name { channel.timeline.adoptSeed(seed) }
    return try channel.open(answer, of: sealed)
  }

  /// Calls a function with any payload.
  @discardableResult
  mutating func call(
    _ function: String,
    _ payload: JSONValue? = nil,
    tab: Int? = nil,
    member: String? = nil
  ) async throws -> JSONView {
    let member = member.map { WireElement(n: $0, g: 4) }
    let signature = tab.map { WireSignature(onglet: $0, membre: member) }
    return try await call(WireCall(function: function, payload: payload, signature: signature)).payload
  }

  /// Calls a function that the school has to refuse.
  mutating func refusal(
    _ function: String,
    _ payload: JSONValue? = nil,
    tab: Int? = nil,
    member: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> ServerRefusal? {
    do {
      try await call(function, payload, tab: tab, member: member)
      Issue.record("\(function) was answered", sourceLocation: sourceLocation)
      return nil
    } catch let refusal as ServerRefusal {
      return refusal
    }
  }

  /// Posts bytes and reads them as a refusal; nil when they are none.
  func refusal(posting body: [UInt8], to path: String) async throws -> ServerRefusal? {
    let response = try await school.post(path, body)
    #expect(response.status == 200)
    return ServerRefusal(in: try JSONDocument(response.body).root)
  }

  // MARK: - The login

  /// The first call. `uuid` changes the text of the seed on its way.
  @discardableResult
  mutating func parameters(
    identity: String? = nil,
    uuid: (String) -> String = { $0 }
  ) async throws -> JSONView {
    var handedOver = seed
    if profile.seed == .publishedKey {
      handedOver = try #require(start.publicKey).encrypt(seed)
    }
    let text = uuid(Data(handedOver).base64EncodedString())
    return try await call(FonctionParametres.call(.init(uuid: text, identifiantNav: identity))).payload
  }

  /// The second call.
  mutating func identify(_ login: String) async throws -> Identification.Response {
    let reply = try await call(Identification.call(.init(genreEspace: start.space, identifiant: login)))
    return try Identification.Response(reply.payload)
  }

  /// The third call. A password that does not open the challenge is answered with nonsense, as the official client does.
  ///
  /// - Returns: the payload as it came.
  mutating func authenticate(
    _ login: String,
    _ password: String,
    _ question: Identification.Response
  ) async throws -> JSONView {
    let key = UserKey.direct(login: login, password: password, salt: question.alea, folding: question.folding)
    return try await prove(channel.timeline.cipher(key: key), question)
  }

  private mutating func prove(_ cipher: SessionCipher, _ question: Identification.Response) async throws -> JSONView {
    let challenge = try Challenge(question.challenge, isNewestFamily: profile.isNewestFamily)
    let proof = (try? challenge.answer(with: cipher)) ?? cipher.encrypt(text: "nonsense")
    let payload = try await call(Authentification.call(.init(challenge: proof, espace: start.space))).payload
    if let sealed = payload.label("cle") {
      channel.timeline.adoptKey(material: try SessionKey.material(fromList: cipher.decrypt(hex: sealed)))
    }
    return payload
  }

  /// The login of a page that came through the portal, up to the third call.
  ///
  /// - Parameter device: the device to be paired.
  mutating func authenticateForPortal(device: String? = nil) async throws -> JSONView {
    try await parameters()
    return try await authenticateForPortal(start.values["e"] ?? "", start.values["f"] ?? "", device: device)
  }

  mutating func authenticateForPortal(
    _ identifier: String,
    _ password: String,
    device: String? = nil
  ) async throws -> JSONView {
    var request = Identification.Request(genreEspace: start.space, identifiant: identifier)
    request.pourENT = true
    request.demandeConnexionAppliMobile = device != nil
    request.uuidAppliMobile = device ?? ""
    let question = try Identification.Response(try await call(Identification.call(request)).payload)
    #expect(question.alea.isEmpty)
    let key = UserKey.portal(password: password, salt: question.alea)
    return try await prove(channel.timeline.cipher(key: key), question)
  }

  /// The login up to the third call.
  mutating func authenticate(_ login: String, _ password: String = "pronotevs") async throws -> JSONView {
    try await parameters()
    let question = try await identify(login)
    return try await authenticate(login, password, question)
  }

  /// The whole login.
  ///
  /// - Returns: what ParametresUtilisateur says; in the oldest dialect what Authentification says in its place.
  @discardableResult
  mutating func signIn(_ login: String = "demonstration", _ password: String = "pronotevs") async throws -> JSONView {
    let authentication = try await authenticate(login, password)
    if profile.userDataInAuthentication { return authentication }
    return try await call(ParametresUtilisateur.name)
  }

  /// Opens a session at a page and signs in.
  static func signedIn(
    _ school: WireSchool,
    page: String = "eleve.html",
    _ login: String = "demonstration",
    _ password: String = "pronotevs"
  ) async throws -> (client: WireClient, user: JSONView) {
    var client = try await open(school, page: page)
    let user = try await client.signIn(login, password)
    return (client, user)
  }
}
