import PronoteWire
import Testing

/// Session document 4.1.
@Suite struct `The session cipher` {
  @Test func `agrees with OpenSSL`() throws {
    // openssl enc -aes-128-cbc -K md5("key") -iv md5("iv") of "hello"
    let cipher = SessionCipher(keyMaterial: Array("key".utf8), vectorMaterial: Array("iv".utf8))
    #expect(cipher.encrypt(text: "hello") == "4162f6c134b9a6ff0a6f716e8183bdda")
    #expect(try cipher.decrypt(hex: "4162F6C134B9A6FF0A6F716E8183BDDA") == "hello")
  }

  @Test func `makes its key and its vector by MD5`() {
    #expect(Hex.encode(Digest.md5([])) == "d41d8cd98f00b204e9800998ecf8427e")
    #expect(Hex.encode(Digest.md5(Vector.seed)) == "1ac1ef01e96caf1be0d329331a4fc2a8")
    let ready = SessionCipher(key: Digest.md5(Vector.keyBytes), vectorMaterial: Vector.seed)
    #expect(ready.encrypt(text: "x") == Vector.authenticated.encrypt(text: "x"))
  }

  @Test(arguments: 0..<70)
  func `adds a block to a full one and gives every length back`(count: Int) throws {
    let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let cipherText = Vector.seeded.encrypt(plain)
    #expect(cipherText.count == (count / 16 + 1) * 16)
    #expect(try Vector.seeded.decrypt(cipherText) == plain)
  }

  @Test(arguments: [0, 1, 15, 17, 31])
  func `refuses cipher text of a partial block`(count: Int) {
    let error = #expect(throws: WireError.self) {
      try Vector.seeded.decrypt([UInt8](repeating: 7, count: count))
    }
    #expect(error?.code == .cipher)
  }

  @Test func `refuses bad padding`() {
    let error = #expect(throws: WireError.self) { try Vector.seeded.decrypt(hex: Vector.challenge) }
    #expect(error?.code == .cipher)
  }

  @Test func `tells text that is not hexadecimal from text that does not decrypt`() {
    let syntax = #expect(throws: WireError.self) { try Vector.seeded.decrypt(hex: "not hexadecimal") }
    #expect(syntax?.code == .syntax)
    let binary = Hex.encode(Vector.seeded.encrypt([0xff]))
    let cipher = #expect(throws: WireError.self) { try Vector.seeded.decrypt(hex: binary) }
    #expect(cipher?.code == .cipher)
  }
}
