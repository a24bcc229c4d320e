import PronoteWire
import Testing

/// Session document 7.4, 16.3 and 16.9.
@Suite struct `The challenge` {
  @Test func `is answered by what stands at even places`() throws {
    #expect(Challenge.interleave(kept: Vector.kept, noise: Vector.noise) == Vector.interleaved)
    #expect(Vector.user.encrypt(text: Vector.interleaved).uppercased() == Vector.challenge)
    let challenge = try Challenge(Vector.challenge, isNewestFamily: false)
    #expect(try challenge.answer(with: Vector.user) == Vector.answer)
  }

  @Test(arguments: [("abcdefg", "aceg"), ("hello_world", "hlowrd"), ("", ""), ("x", "x"), ("éaéb", "éé")])
  func `keeps every second character`(text: String, kept: String) {
    #expect(Challenge.kept(of: text) == kept)
  }

  @Test func `stays interleaved in the newest family when it is longer than one block`() throws {
    let challenge = try Challenge(Vector.challenge.lowercased(), isNewestFamily: true)
    #expect(try challenge.answer(with: Vector.user) == Vector.answer)
  }

  @Test(arguments: [
    (
      "",
      "0eb88da3dd2af022021a4487c45732b1b055d179f336d925351e4920a82db412f37e28a67d47ee06a80bdf07f65031f4"
    ),
    (
      Vector.salt,
      "8e3ac912b3fd91e3120e50a33c9c2120ebe1eb0c1d1a0d4eeab645febca813729e75a789ad44f24f4ed3a554e23a3143"
    ),
  ])
  func `of one block is answered as text in the newest family`(salt: String, answer: String) throws {
    let challenge = try Challenge(Vector.opaqueChallenge, isNewestFamily: true)
    #expect(challenge == .opaque(text: Vector.opaqueChallenge))
    let key = UserKey.direct(login: Vector.login, password: Vector.password, salt: salt)
    #expect(try challenge.answer(with: Vector.cipher(userKey: key)) == answer)
  }

  @Test func `of one block is a cipher text in older families`() throws {
    let bytes = try #require(Hex.decode(Vector.opaqueChallenge))
    #expect(try Challenge(Vector.opaqueChallenge, isNewestFamily: false) == .interleaved(cipherText: bytes))
  }

  @Test func `does not decrypt with a wrong password`() throws {
    let key = UserKey.direct(login: Vector.login, password: "wrong", salt: Vector.salt)
    let challenge = try Challenge(Vector.challenge, isNewestFamily: false)
    let error = #expect(throws: WireError.self) { try challenge.answer(with: Vector.cipher(userKey: key)) }
    #expect(error?.code == .cipher)
  }

  @Test func `that decrypts to no text is a cipher error`() throws {
    let challenge = Challenge.interleaved(cipherText: Vector.user.encrypt([0xff, 0xfe, 0xc3]))
    let error = #expect(throws: WireError.self) { try challenge.answer(with: Vector.user) }
    #expect(error?.code == .cipher)
  }

  @Test(arguments: ["", "0", "zz", "EF4C6F47929D96D7A778BF9EE2E3A4", Vector.opaqueChallenge + "00", "é"])
  func `of another form is a syntax error`(text: String) {
    for isNewestFamily in [true, false] {
      let error = #expect(throws: WireError.self) { try Challenge(text, isNewestFamily: isNewestFamily) }
      #expect(error?.code == .syntax)
    }
  }

  @Test func `of a real server of dialect e has its shape`() throws {
    let answer = try Identification.Response(
      text: #"{"modeCompLog":1,"modeCompMdp":0,"challenge":"EF4C6F47929D96D7A778BF9EE2E3A48F"}"#
    )
    #expect(answer.alea == "")
    #expect(answer.folding == UserKey.Folding(lowercasesLogin: true, lowercasesPassword: false))
    #expect(try Challenge(answer.challenge, isNewestFamily: true) == .opaque(text: Vector.opaqueChallenge))
  }
}
