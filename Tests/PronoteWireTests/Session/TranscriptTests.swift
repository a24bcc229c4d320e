import PronoteWire
import Testing

/// Session document 16.5, replayed through both ends.
@Suite struct `The login transcripts` {
  /// A body with its secured part opened, so that packed bodies can be compared.
  private func opened(_ body: [UInt8], _ transcript: Transcript, under cipher: SessionCipher) throws -> JSONValue {
    let names = try #require(WireProfile.named(transcript.dialect)).names
    let codec = SecuredCodec(encrypts: transcript.encrypts, compresses: transcript.compresses)
    let members = try JSONDocument(body).root.members.map { name, value in
      JSONValue.Member(name, name == names.secured ? try codec.decode(value, cipher: cipher).value : value.value)
    }
    return .object(members)
  }

  private func expectBody(
    _ made: [UInt8],
    _ documented: String,
    _ transcript: Transcript,
    under cipher: SessionCipher
  ) throws {
    if transcript.compresses {
      #expect(
        try opened(made, transcript, under: cipher) == opened(Array(documented.utf8), transcript, under: cipher)
      )
    } else {
      #expect(String(decoding: made, as: UTF8.self) == documented)
    }
  }

  @Test(arguments: Transcript.all) func `are what the client sends, and it takes their answers`(
    transcript: Transcript
  ) throws {
    var replay = try TranscriptReplay(transcript)
    for step in Transcript.functions.indices {
      let cipher = replay.client.timeline.cipher
      let sealed = try replay.client.seal(replay.call(step))
      #expect(sealed.function == Transcript.functions[step])
      #expect(sealed.order == 2 * step + 1)
      #expect(sealed.path == "appelfonction/3/4571826/\(OrderNumber.encode(2 * step + 1, cipher: cipher))")
      if let request = transcript.requests[step] { try expectBody(sealed.body, request, transcript, under: cipher) }
      if step == 0 { replay.client.timeline.adoptSeed(Vector.seed) }
      guard let answer = transcript.answers[step] else {
        // The document leaves this answer out: its plain payload stands in.
        try replay.take(JSONView(sending: replay.answer(step).payload), step)
        continue
      }
      try replay.take(replay.client.open(Array(answer.utf8), of: sealed).payload, step)
    }
  }

  @Test(arguments: Transcript.all) func `are what the server opens, and it gives their answers`(
    transcript: Transcript
  ) throws {
    var replay = try TranscriptReplay(transcript)
    for step in Transcript.functions.indices {
      // The two ends must agree where the document is silent, and follow it where it speaks.
      let sealed = try replay.client.seal(replay.call(step))
      let body = transcript.requests[step].map { Array($0.utf8) } ?? sealed.body
      let order = try #require(sealed.path.split(separator: "/").last.map(String.init))
      let call = try replay.server.newCall(body: body, pathOrder: order)
      #expect(call.function == Transcript.functions[step])
      #expect(call.order == 2 * step + 1)
      #expect(call.signature == nil)
      #expect(call.payload.value.text() == (replay.call(step).payload ?? .object([])).text())
      if step == 0 {
        replay.server.timeline.adoptSeed(Vector.seed)
        replay.client.timeline.adoptSeed(Vector.seed)
      }
      let cipher = replay.server.timeline.cipher
      let answer = try replay.server.seal(replay.answer(step), to: call, pathOrder: order)
      if let documented = transcript.answers[step] {
        try expectBody(answer, documented, transcript, under: cipher)
      }
      try replay.take(replay.client.open(answer, of: sealed).payload, step)
      if step == 2 { replay.server.timeline.adoptKey(material: Vector.keyBytes) }
    }
  }

  @Test func `of dialect c hold the two bodies that are given apart`() {
    let plain = Transcript.all.first { $0.name == "16.5.3 c, nothing on" }
    #expect(plain?.requests[1] == DialectCTranscript.requests[0])
    #expect(plain?.answers[2] == DialectCTranscript.answers[0])
  }
}
