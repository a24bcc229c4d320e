import PronoteWire
import Testing

/// Both ends against each other, in every profile and with every pair of flags.
@Suite struct `A client and a server` {
  /// What a page announces.
  struct Setting: Sendable, CustomTestStringConvertible {
    var profile: WireProfile
    var encrypts: Bool
    var compresses: Bool

    static let all: [Setting] = WireProfile.all.flatMap { profile in
      [false, true].flatMap { encrypts in
        [false, true].map { Setting(profile: profile, encrypts: encrypts, compresses: $0) }
      }
    }

    var testDescription: String {
      "\(profile.dialect.rawValue), encryption \(encrypts), compression \(compresses)"
    }

    /// The start block that says so.
    var start: String {
      var pairs = [profile.quotesSession ? "h:'12'" : "h:12", "a:7"]
      if profile.seed == .publishedKey { pairs.append("MR:'\(TestPrivateKey.modulus)',ER:'010001'") }
      switch profile.flags {
      case .skip: pairs += (encrypts ? [] : ["sCrA:true"]) + (compresses ? [] : ["sCoA:true"])
      case .perform: pairs += (encrypts ? ["CrA:true"] : []) + (compresses ? ["CoA:true"] : [])
      }
      return "Start ({\(pairs.joined(separator: ","))})"
    }
  }

  @Test(arguments: Setting.all) func `understand each other call after call`(setting: Setting) throws {
    let start = try #require(try StartBlock.find(in: setting.start))
    let conclusion = DialectEvidence(start: start, pageVersion: setting.profile.since).conclusion
    #expect(conclusion.profile == setting.profile)
    #expect(conclusion.encrypts == setting.encrypts)
    #expect(conclusion.compresses == setting.compresses)
    var client = ClientChannel(session: 12, space: 7, conclusion: conclusion)
    var server = ServerChannel(
      profile: setting.profile,
      session: 12,
      encrypts: setting.encrypts,
      compresses: setting.compresses
    )
    var random = SeededGenerator(UInt64(setting.profile.since.numbers[0]))
    for round in 0..<12 {
      let signature = round < 3 ? nil : WireSignature(onglet: 16, membre: WireElement(n: "46#é", g: 4))
      let payload = random.jsonObject(depth: 3).adding("L", "Où ça ? 😀")
      let sealed = try client.seal(WireCall(function: "F\(round)", payload: payload, signature: signature))
      let order = try #require(sealed.path.split(separator: "/").last.map(String.init))
      let call = try server.newCall(body: sealed.body, pathOrder: order)
      #expect(call.function == "F\(round)")
      #expect(call.payload.value == payload)
      #expect(call.signature == signature)
      if round == 0 {
        client.timeline.adoptSeed(Vector.seed)
        server.timeline.adoptSeed(Vector.seed)
      }
      let answered = random.jsonObject(depth: 3)
      let notes: JSONValue = ["notifications": ["compteurCentraleNotif": .number("1")]]
      let report: JSONValue? = round == 5 ? ["_erreurSaisie_": false] : nil
      let answer = try server.seal(
        .init(payload: answered, signature: notes, report: report),
        to: call,
        pathOrder: order
      )
      #expect(answer.allSatisfy { $0 < 0x80 })
      let reply = try client.open(answer, of: sealed)
      #expect(reply.function == "F\(round)")
      #expect(reply.payload.value == answered)
      #expect(reply.signature?.value == notes)
      #expect(reply.report?.value == report)
      if round == 2 {
        client.timeline.adoptKey(material: Vector.keyBytes)
        server.timeline.adoptKey(material: Vector.keyBytes)
      }
    }
  }

  @Test(arguments: Setting.all.filter { $0.profile.dialect.rawValue > "a0" })
  func `survive flipped bits in an answer`(setting: Setting) throws {
    let start = try #require(try StartBlock.find(in: setting.start))
    let conclusion = DialectEvidence(start: start, pageVersion: setting.profile.since).conclusion
    var client = ClientChannel(session: 12, space: 7, conclusion: conclusion)
    var server = ServerChannel(
      profile: setting.profile,
      session: 12,
      encrypts: setting.encrypts,
      compresses: setting.compresses
    )
    let sealed = try client.seal(WireCall(function: "Page", payload: ["a": 1]))
    let order = try #require(sealed.path.split(separator: "/").last.map(String.init))
    let call = try server.newCall(body: sealed.body, pathOrder: order)
    let answer = try server.seal(.init(payload: ["ListeCours": ["a", "b", "c"]]), to: call, pathOrder: order)
    var random = SeededGenerator(5)
    var failures = 0
    for _ in 0..<400 {
      var flipped = answer
      flipped[Int.random(in: 0..<flipped.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      do {
        _ = try client.open(flipped, of: sealed).payload.value
      } catch {
        failures += 1
        #expect(error is WireError || error is ServerRefusal)
      }
    }
    #expect(failures > 200)
  }
}
