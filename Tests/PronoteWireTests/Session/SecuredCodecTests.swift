import PronoteWire
import Testing

/// Session document 5.1: reading goes by trial, so that either form is understood in either direction.
@Suite struct `The secured part` {
  /// A pair of flags and a direction.
  struct Mode: Sendable, CustomTestStringConvertible {
    var codec: SecuredCodec
    var direction: SecuredCodec.Direction

    static let all: [Mode] = [false, true].flatMap { encrypts in
      [false, true].flatMap { compresses in
        [SecuredCodec.Direction.request, .response].map {
          Mode(codec: SecuredCodec(encrypts: encrypts, compresses: compresses), direction: $0)
        }
      }
    }

    var testDescription: String { "\(direction), encryption \(codec.encrypts), compression \(codec.compresses)" }
  }

  @Test(arguments: Mode.all) func `gives back every object`(mode: Mode) throws {
    var random = SeededGenerator(16)
    for _ in 0..<200 {
      let part = random.jsonObject(depth: 4)
      let wire = try mode.codec.encode(part, mode.direction, cipher: Vector.authenticated)
      let read = try mode.codec.decode(JSONView(sending: wire), cipher: Vector.authenticated).value
      #expect(read == part)
    }
  }

  @Test(arguments: Mode.all) func `is ASCII in answers`(mode: Mode) throws {
    let wire = try mode.codec.encode(["L": "é😀"], mode.direction, cipher: Vector.seeded)
    let isASCII = wire.bytes(asciiOnly: mode.direction == .response).allSatisfy { $0 < 0x80 }
    #expect(isASCII || (mode.direction == .request && !mode.codec.encrypts && !mode.codec.compresses))
  }

  @Test(arguments: [false, true]) func `is read whether or not it was packed`(encrypts: Bool) throws {
    let part: JSONValue = ["data": ["L": "Élève"]]
    for packs in [false, true] {
      for direction in [SecuredCodec.Direction.request, .response] where encrypts || packs {
        let sender = SecuredCodec(encrypts: encrypts, compresses: packs)
        let reader = SecuredCodec(encrypts: encrypts, compresses: !packs)
        let wire = try sender.encode(part, direction, cipher: Vector.seeded)
        #expect(try reader.decode(JSONView(sending: wire), cipher: Vector.seeded).value == part)
      }
    }
  }

  @Test func `may be an object whatever the flags say`() throws {
    let codec = SecuredCodec(encrypts: true, compresses: true)
    let part = try JSONView(text: #"{"data":{"a":1}}"#)
    #expect(try codec.decode(part, cipher: Vector.seeded).value == part.value)
  }

  @Test(arguments: ["1", "null", "[]", "true"]) func `is an object or a text`(text: String) throws {
    let part = try JSONView(text: text)
    let error = #expect(throws: WireError.self) {
      try SecuredCodec(encrypts: false, compresses: false).decode(part, cipher: Vector.seeded)
    }
    #expect(error?.code == .unexpected)
  }

  @Test func `names what is wrong with it`() throws {
    let plain = SecuredCodec(encrypts: false, compresses: true)
    let sealed = SecuredCodec(encrypts: true, compresses: true)
    func code(_ codec: SecuredCodec, _ text: String) throws -> WireError.Code? {
      let part = try JSONView(sending: .string(text))
      return #expect(throws: WireError.self) { try codec.decode(part, cipher: Vector.seeded) }?.code
    }
    #expect(try code(plain, "xyz") == .syntax)
    #expect(try code(plain, "abc") == .syntax)
    #expect(try code(plain, Hex.encode(Array("{\"data\":".utf8))) == .syntax)
    #expect(try code(plain, "ffff") == .compression)
    #expect(try code(plain, "") == .compression)
    #expect(try code(sealed, "00112233445566778899aabbccddeeff") == .cipher)
    #expect(try code(sealed, Vector.user.encrypt(text: "{}")) == .cipher)
  }

  @Test func `is inflated no further than its limit`() throws {
    let bomb = try RawDeflate.compress([UInt8](repeating: 0x20, count: SecuredCodec.limit + 1))
    let part = try JSONView(sending: .string(Hex.encode(bomb)))
    let error = #expect(throws: WireError.self) {
      try SecuredCodec(encrypts: false, compresses: true).decode(part, cipher: Vector.seeded)
    }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: Mode.all.filter { $0.codec.encrypts || $0.codec.compresses })
  func `with flipped bits is an error or some JSON`(mode: Mode) throws {
    var random = SeededGenerator(77)
    let part = random.jsonObject(depth: 4).adding("data", ["L": "a longer text to pack, to pack, to pack"])
    let wire = try #require(try mode.codec.encode(part, mode.direction, cipher: Vector.seeded).stringValue)
    let bytes = try #require(Hex.decode(wire))
    var failures = 0
    for _ in 0..<2000 {
      var flipped = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        flipped[Int.random(in: 0..<flipped.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      let view = try JSONView(sending: .string(Hex.encode(flipped)))
      do throws(WireError) {
        _ = try mode.codec.decode(view, cipher: Vector.seeded).value
      } catch {
        failures += 1
      }
    }
    #expect(failures > 0)
  }
}
