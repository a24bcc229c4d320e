import PronoteWire
import Testing

/// Both ends of a login, one step at a time.
struct TranscriptReplay {
  let transcript: Transcript
  var client: ClientChannel
  var server: ServerChannel
  private var challengeAnswer = ""
  private var userCipher = Vector.seeded

  init(_ transcript: Transcript) throws {
    self.transcript = transcript
    guard case .session(let page) = try SessionPage.read(transcript.page) else {
      throw WireError(.missing, "page", "no start block")
    }
    let evidence = DialectEvidence(start: page.start, pageVersion: page.version)
    let conclusion = evidence.conclusion
    #expect(conclusion.profile.dialect.rawValue == transcript.dialect)
    #expect(conclusion.encrypts == transcript.encrypts)
    #expect(conclusion.compresses == transcript.compresses)
    client = ClientChannel(session: page.start.session, space: page.start.space, conclusion: conclusion)
    server = ServerChannel(
      profile: conclusion.profile,
      session: page.start.session,
      encrypts: conclusion.encrypts,
      compresses: conclusion.compresses
    )
  }

  /// The call of a step, as the client builds it from what it was told so far.
  func call(_ step: Int) -> WireCall {
    switch step {
    case 0: FonctionParametres.call(.init(uuid: Vector.uuid))
    case 1: Identification.call(.init(genreEspace: Vector.space, identifiant: Vector.login))
    case 2: Authentification.call(.init(challenge: challengeAnswer, espace: Vector.space))
    default: ParametresUtilisateur.call(NoPayload())
    }
  }

  /// What the client takes from the answer to a step.
  mutating func take(_ payload: JSONView, _ step: Int) throws {
    switch step {
    case 1:
      let answer = try Identification.Response(payload)
      let key = UserKey.direct(
        login: Vector.login,
        password: Vector.password,
        salt: answer.alea,
        folding: answer.folding
      )
      userCipher = client.timeline.cipher(key: key)
      challengeAnswer = try Challenge(answer.challenge, isNewestFamily: client.profile.isNewestFamily)
        .answer(with: userCipher)
    case 2:
      let answer = try Authentification.Response(payload)
      let list = try userCipher.decrypt(hex: try #require(answer.cle))
      client.timeline.adoptKey(material: try SessionKey.material(fromList: list))
      #expect(answer.libelleUtil == "DÉMO Élodie")
    case 3:
      let user = try #require(payload["ressource"])
      #expect(WireElement(user) == WireElement(n: "47#x", l: "DÉMO Élodie", g: 4))
    default: break
    }
  }

  /// The server's answer to a step: the payload of the transcript.
  func answer(_ step: Int) throws -> ServerChannel.Answer {
    let body = try JSONView(text: transcript.plainAnswers[step])
    let part = try #require(body.member(server.profile.names.secured))
    return .init(payload: try #require(part.member(server.profile.names.payload)).value)
  }
}
