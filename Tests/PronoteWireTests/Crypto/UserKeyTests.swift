import PronoteWire
import Testing

/// Session document 7.3 and 16.2.
@Suite struct `The user key` {
  @Test func `is made of login, salt and password`() {
    #expect(
      String(decoding: UserKey.proof(salt: Vector.salt, password: Vector.password), as: UTF8.self)
        == "0F0524BA0087C91E321FA31A3617F970B53F617459F94B9CC651BF22615DDECA"
    )
    let key = UserKey.direct(login: Vector.login, password: Vector.password, salt: Vector.salt)
    #expect(Hex.encode(key) == "907b81a929186118f96f37f4d7357f79")
  }

  @Test func `does without a salt`() {
    #expect(
      String(decoding: UserKey.proof(salt: "", password: Vector.password), as: UTF8.self)
        == "72AC69CCD3D3283C8BC8FC02AD26EFE484DFA1FEC224285C285200A02FE59788"
    )
    let key = UserKey.direct(login: Vector.login, password: Vector.password, salt: "")
    #expect(Hex.encode(key) == "f7695ad67b7574917d2715a4bfac1392")
  }

  @Test(arguments: [
    ("DEMONSTRATION", true, "907b81a929186118f96f37f4d7357f79"),
    (" Demonstration\n", true, "907b81a929186118f96f37f4d7357f79"),
    ("DEMONSTRATION", false, "6f8fcd1eadbf8104a2dd50494e434a37"),
  ])
  func `folds the login only when asked to`(login: String, folds: Bool, key: String) {
    let folding = UserKey.Folding(lowercasesLogin: folds)
    #expect(
      Hex.encode(UserKey.direct(login: login, password: Vector.password, salt: Vector.salt, folding: folding)) == key
    )
  }

  @Test(arguments: [("PRONOTEVS", true), (" PronoteVS ", true), ("pronotevs", false), (" pronotevs\t", false)])
  func `folds the password only when asked to, and trims it always`(password: String, folds: Bool) {
    let folding = UserKey.Folding(lowercasesPassword: folds)
    let key = UserKey.direct(login: Vector.login, password: password, salt: Vector.salt, folding: folding)
    #expect(Hex.encode(key) == "907b81a929186118f96f37f4d7357f79")
  }

  @Test func `keeps the case of a password that is not folded`() {
    let key = UserKey.direct(login: Vector.login, password: "PRONOTEVS", salt: Vector.salt)
    #expect(Hex.encode(key) != "907b81a929186118f96f37f4d7357f79")
  }

  @Test func `is a wrong one with lower-case digits`() {
    let proof = String(decoding: UserKey.proof(salt: Vector.salt, password: Vector.password), as: UTF8.self)
    let wrong = Digest.md5(Array((Vector.login + proof.lowercased()).utf8))
    #expect(Hex.encode(wrong) == "7dc82e2e512348ab8ec023ea39a587f1")
    #expect(wrong != UserKey.direct(login: Vector.login, password: Vector.password, salt: Vector.salt))
  }

  @Test(arguments: [
    (
      "", "4C1696B8C6B0A442DDF94B98E859F9B1221B4836BECC3F0CE5236D6338DABF0F", "6fdefe2848b3d8df60a196b1511d8331"
    ),
    (
      Vector.salt, "D8B9DA3F39C638CBDCD6763889661D9A8AF276A63F4536D1819585005DC396AE",
      "4b261e3cfd0dddb1354ecdb3a39685a9"
    ),
  ])
  func `of a portal has no login in it`(salt: String, proof: String, key: String) {
    let password = "A0F3C2B4D5E6978812345678DEADBEEF"
    #expect(String(decoding: UserKey.proof(salt: salt, password: password), as: UTF8.self) == proof)
    #expect(Hex.encode(UserKey.portal(password: password, salt: salt)) == key)
  }

  @Test func `takes accents as UTF-8`() {
    #expect(
      String(decoding: UserKey.proof(salt: "", password: "été"), as: UTF8.self)
        == "BD010C64132BF5CAE8AEA89F6762515727DCF68A5DD1DE813C87F50A16C4513C"
    )
    #expect(
      Hex.encode(UserKey.direct(login: "élève", password: "été", salt: "")) == "2a1d706538495bf9764cc3b2253e6c4e"
    )
  }
}
