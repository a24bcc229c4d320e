import PronoteWire
import Testing

/// Session document 3 and 11.1: what the client's end refuses.
@Suite struct `The client's channel` {
  private static func channel(_ start: String = "Start ({h:77,a:3})", version: [Int]? = [2025, 2, 6]) throws
    -> ClientChannel
  {
    let block = try #require(try StartBlock.find(in: start))
    let evidence = DialectEvidence(start: block, pageVersion: version.map { ServerVersion($0) })
    return ClientChannel(session: block.session, space: block.space, conclusion: evidence.conclusion)
  }

  /// The order number of the answer to a first call.
  private static let second = OrderNumber.encode(2, cipher: Vector.unseeded, uppercase: true)

  /// Opens an answer to a first call of `Page`; a `%` stands for the right order number.
  private func open(_ answer: String) throws -> WireReply {
    var channel = try Self.channel()
    let sealed = try channel.seal(WireCall(function: "Page"))
    return try channel.open(Array(answer.replacing("%", with: Self.second).utf8), of: sealed)
  }

  @Test(arguments: [
    #"{"id":"Page","session":77,"no":"%","dataSec":{"data":{"a":1},"nom":"Page"}}"#,
    #"{"id":"Page","session":0,"no":"%","dataSec":{"data":{"a":1}}}"#,
    #"{"id":"Page","no":"%","dataSec":{"data":{"a":1}}}"#,
    #"{"session":"77","no":"%","dataSec":{"data":{"a":1}}}"#,
    #"{"dataSec":{"donnees":{"a":1}},"no":"%","x":[]}"#,
    #" {"no":"%","dataSec":{"Signature":{"ModeExclusif":false},"data":{"a":1}}} "#,
  ])
  func `takes the answers of its session`(answer: String) throws {
    #expect(try open(answer).payload.integer("a") == 1)
  }

  @Test func `takes an answer without a payload for an empty one`() throws {
    let reply = try open(#"{"no":"%","dataSec":{}}"#)
    #expect(reply.payload.isObject)
    #expect(reply.payload.count == 0)
    #expect(reply.signature == nil)
    #expect(reply.report == nil)
  }

  @Test func `hands over signature and report`() throws {
    let reply = try open(
      #"{"no":"%","dataSec":{"data":{},"Signature":{"ModeExclusif":true},"RapportSaisie":{"_erreurSaisie_":true}}}"#
    )
    #expect(reply.signature?.flag("ModeExclusif") == true)
    #expect(reply.report?.flag("_erreurSaisie_") == true)
  }

  @Test(arguments: [
    (#"{"id":"Page","session":78,"no":"%","dataSec":{}}"#, WireError.Code.order),
    (#"{"id":"Page","session":77,"no":"3FA959B13967E0EF176069E01E23C8D7","dataSec":{}}"#, .order),
    (#"{"id":"Page","session":77,"no":"3A30997413BF3A7F25496A0E79147E11","dataSec":{}}"#, .order),
    (#"{"id":"Page","session":77,"no":"B3961095F9685612B2CAD63997DCE7CB","dataSec":{}}"#, .order),
    (#"{"id":"Page","session":77,"no":"2","dataSec":{}}"#, .order),
    (#"{"id":"Other","session":77,"no":"%","dataSec":{}}"#, .order),
    (#"{"id":"Page","session":77,"dataSec":{}}"#, .missing),
    (#"{"id":"Page","session":77,"no":2,"dataSec":{}}"#, .missing),
    (#"{"nom":"Page","session":77,"numeroOrdre":"%","donneesSec":{}}"#, .missing),
    (#"{"id":"Page","session":77,"no":"%"}"#, .missing),
    (#"{"id":"Page","session":77,"no":"%","dataSec":5}"#, .unexpected),
    (#"{"id":"Page","session":77,"no":"%","dataSec":"xx"}"#, .syntax),
    (#"{"id":"Page","session":77,"no":"%","dataSec":"00"}"#, .compression),
    (#"{"id":"Page","session":77,"no":"%","dataSec":{"data":{"a":1}"#, .syntax),
    (#"{"id":"Page","session":77,"no":"%","data"#, .syntax),
    ("", .syntax),
    ("<!DOCTYPE html><html><body>La page a expiré</body></html>", .syntax),
    ("[]", .missing), ("null", .missing), ("\u{feff}{}", .syntax),
  ])
  func `refuses what is no answer to its call`(answer: String, code: WireError.Code) {
    let error = #expect(throws: WireError.self) { try open(answer) }
    #expect(error?.code == code)
  }

  @Test func `refuses broken cipher text`() throws {
    var channel = try Self.channel("Start ({h:77,a:3,CrA:true})")
    let sealed = try channel.seal(WireCall(function: "Page"))
    let answer = #"{"id":"Page","no":"%","dataSec":"00112233445566778899AABBCCDDEEFF"}"#
    let error = #expect(throws: WireError.self) {
      try channel.open(Array(answer.replacing("%", with: Self.second).utf8), of: sealed)
    }
    #expect(error?.code == .cipher)
  }

  @Test(arguments: [
    #"{"Erreur":{"G":22,"Titre":"Objet","Message":"périmé"}}"#,
    #"{"Erreur":{"_T":24,"V":{"G":"22","Titre":"Objet","Message":"périmé"}}}"#,
    #"{"id":"Page","no":"%","dataSec":{"data":{"Erreur":{"G":22,"Titre":"Objet","Message":"périmé"}}}}"#,
    #"{"id":"Page","no":"%","dataSec":{"data":{},"Signature":{"Erreur":{"G":22,"Titre":"Objet","Message":"périmé"}}}}"#,
    #"{"id":"Page","no":"%","dataSec":{"Signature":{"Erreur":{"G":22,"Titre":"Objet"},"MessageErreur":"périmé"}}}"#,
    #"{"id":"Page","no":"%","dataSec":{"_Signature_":{"Erreur":{"G":22,"Titre":"Objet"},"MessageErreur":"périmé"}}}"#,
  ])
  func `throws the server's refusal wherever it stands`(answer: String) {
    let refusal = #expect(throws: ServerRefusal.self) { try open(answer) }
    #expect(refusal == ServerRefusal(code: 22, title: "Objet", message: "périmé"))
  }

  @Test func `takes the mere presence of an error in a signature for one`() {
    let refusal = #expect(throws: ServerRefusal.self) {
      try open(#"{"no":"%","dataSec":{"Signature":{"Erreur":true,"MessageErreur":"non"}}}"#)
    }
    #expect(refusal == ServerRefusal(code: -1, title: "", message: "non"))
  }

  @Test func `needs no order number to be refused`() {
    let body = ServerRefusal.wrongOrder.body.text(asciiOnly: true)
    #expect(body == #"{"Erreur":{"G":14,"Titre":"La page a expir\u00E9 ! (7)","Message":""}}"#)
    let refusal = #expect(throws: ServerRefusal.self) { try open(body) }
    #expect(refusal == .wrongOrder)
    #expect(refusal?.saysExpired == true)
  }

  @Test func `sends the payload under both names while the profile is a guess`() throws {
    var channel = try Self.channel("Start ({h:'77',a:3,sCrA:true,sCoA:true})", version: nil)
    let first = try channel.seal(WireCall(function: "F", payload: ["a": 1]))
    #expect(try part(of: first) == ["data": ["a": .number("1")], "donnees": ["a": .number("1")]])
    channel.settle(on: try #require(WireProfile.named("b")))
    let second = try channel.seal(WireCall(function: "F", payload: ["a": 1], signature: WireSignature(onglet: 7)))
    #expect(try part(of: second) == ["donnees": ["a": .number("1")], "_Signature_": ["onglet": .number("7")]])
  }

  private func part(of sealed: ClientChannel.Sealed) throws -> JSONValue? {
    try JSONDocument(sealed.body).root["donneesSec"]?.value
  }

  @Test func `counts in odd numbers and says each twice`() throws {
    var channel = try Self.channel()
    for expected in [1, 3, 5, 7] {
      let sealed = try channel.seal(WireCall(function: "Page"))
      let order = OrderNumber.encode(expected, cipher: Vector.unseeded)
      #expect(sealed.order == expected)
      #expect(sealed.path == "appelfonction/3/77/\(order)")
      #expect(String(decoding: sealed.body, as: UTF8.self).contains(#""no":"\#(order)""#))
    }
  }
}
