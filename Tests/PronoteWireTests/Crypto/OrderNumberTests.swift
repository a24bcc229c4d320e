import PronoteWire
import Testing

/// Session document 3 and 16.1.
@Suite struct `Order numbers` {
  private static let unseeded = [
    (1, "3fa959b13967e0ef176069e01e23c8d7"),
    (2, "6eebc1af5bd4e3ea63d94407040100f8"),
    (3, "53b4de71d80e1911bf21ac87a16db2e5"),
    (4, "3a30997413bf3a7f25496a0e79147e11"),
    (5, "1d3d7cf5a3e38fd393d2fb163307f6d9"),
    (6, "4ecc3b03701876818045b3ee89ec13a3"),
    (7, "f4f60c85946fba4004a40e472ed90293"),
    (8, "64fb4a6481e75407a26d8c071e739711"),
    (9, "19f00bc65e320450d6b6f00ca7cac082"),
    (10, "d247f1da49837ca0e33d53f666980d9f"),
    (-1, "3b446ad1f57f33a3dbdfbfad4f479745"),
  ]

  private static let seeded = [
    (1, "fddc59f50d2ba56458ef426034d9c1ab"),
    (2, "b3961095f9685612b2cad63997dce7cb"),
    (3, "18e4c3eb97be7e4cf58efbbe3c4a505e"),
    (4, "1f84d410c918b3b90fa354771a26ca8a"),
    (5, "516448a18390d8607d3e2f70306f14cd"),
    (6, "dd91b4c0cc39720e72455ea245f64294"),
    (7, "7195d6055a04b60407e2ee50db7c4af3"),
    (8, "d81aad435701e2225a74d8dbf73d9317"),
    (9, "78f666f277346cf75b2cd883c2287de9"),
    (10, "963f6f7871f66050c137ca8893aea7cc"),
  ]

  private static let authenticated = [
    (1, "f41976b76f1ba43bd16208261efc6df9"),
    (2, "1821ce9c354e0edac863825b6dc36a50"),
    (3, "47987ade97cec8be2c8eaeb017d89bbb"),
    (4, "b68c9269f440f2574ed9927d203606d9"),
    (5, "953d18bb3197a29a94d27b9928fb3b9f"),
    (6, "512e058837e8a50448f2e86f1140a2ef"),
    (7, "19dfa599e5ccdb93ec649f890eea76ed"),
    (8, "8772139428a82243a7a2f757be469f1c"),
    (9, "cba26e10eafcc81aa53b14894cf36f2a"),
    (10, "23386d674550fd7543152a0fb86c4f3a"),
    (-1, "8e68ac918bc0a5c361e03d7ef4139996"),
    (-2, "b389c96b67f91927c1020975019cce0b"),
    (0, "47f94de3f8c6b1c9d4abc55ae2408031"),
  ]

  private func expectForm(_ text: String, of number: Int, under cipher: SessionCipher) throws {
    #expect(OrderNumber.encode(number, cipher: cipher) == text)
    #expect(OrderNumber.encode(number, cipher: cipher, uppercase: true) == text.uppercased())
    #expect(try OrderNumber.decode(text, cipher: cipher) == number)
    #expect(try OrderNumber.decode(text.uppercased(), cipher: cipher) == number)
  }

  @Test(arguments: unseeded) func `have their form before the seed is known`(number: Int, text: String) throws {
    try expectForm(text, of: number, under: Vector.unseeded)
  }

  @Test(arguments: seeded) func `have their form under the seed`(number: Int, text: String) throws {
    try expectForm(text, of: number, under: Vector.seeded)
  }

  @Test(arguments: authenticated) func `have their form under the session key`(number: Int, text: String) throws {
    try expectForm(text, of: number, under: Vector.authenticated)
  }

  @Test func `follow the timeline of a login`() {
    var timeline = CipherTimeline()
    #expect(OrderNumber.encode(1, cipher: timeline.cipher) == "3fa959b13967e0ef176069e01e23c8d7")
    timeline.adoptSeed(Vector.seed)
    #expect(OrderNumber.encode(2, cipher: timeline.cipher) == "b3961095f9685612b2cad63997dce7cb")
    timeline.adoptKey(material: Vector.keyBytes)
    #expect(OrderNumber.encode(7, cipher: timeline.cipher) == "19dfa599e5ccdb93ec649f890eea76ed")
    #expect(
      timeline.cipher(key: UserKey.direct(login: Vector.login, password: Vector.password, salt: Vector.salt))
        .encrypt(text: Vector.kept) == Vector.answer
    )
  }

  @Test(arguments: [
    "", "0", "3fa959b13967e0ef176069e01e23c8d", "3fa959b13967e0ef176069e01e23c8d7aa",
    "3fa959b13967e0ef176069e01e23c8dg",
    "3fa959b13967e0ef176069e01e23c8d73fa959b13967e0ef176069e01e23c8d7", "é" + String(repeating: "0", count: 30),
    "fddc59f50d2ba56458ef426034d9c1ab",
  ])
  func `of another form or key are order errors`(text: String) {
    let error = #expect(throws: WireError.self) { try OrderNumber.decode(text, cipher: Vector.unseeded) }
    #expect(error?.code == .order)
  }

  @Test(arguments: ["", "x", "1.5", " 1", "one", "0x1"])
  func `that decrypt to something else are order errors`(plain: String) {
    let text = Vector.seeded.encrypt(text: plain)
    let error = #expect(throws: WireError.self) { try OrderNumber.decode(text, cipher: Vector.seeded) }
    #expect(error?.code == .order)
  }
}
