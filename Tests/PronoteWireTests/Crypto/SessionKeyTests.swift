import PronoteWire
import Testing

/// Session document 7.5 and 16.3.
@Suite struct `The session key` {
  @Test(arguments: [
    (Vector.salt, Vector.sealedKey),
    (
      "",
      """
      B804F9F817DC3885134A4EF4EFAAB6EE20A81B75E6A508DC7754EFB26810740757C27BC47296210FEC5CE629F726B4E3\
      9B904085A1FF024BCCF2F17431A78D02
      """
    ),
  ])
  func `travels under the user key`(salt: String, sealed: String) throws {
    let key = UserKey.direct(login: Vector.login, password: Vector.password, salt: salt)
    let cipher = Vector.cipher(userKey: key)
    #expect(try cipher.decrypt(hex: sealed) == Vector.keyList)
    #expect(cipher.encrypt(text: Vector.keyList).uppercased() == sealed)
  }

  @Test func `is the digest of the listed bytes`() throws {
    let material = try SessionKey.material(fromList: Vector.keyList)
    #expect(material == Vector.keyBytes)
    #expect(Hex.encode(Digest.md5(material)) == "7f732fcaa82db19656ee5357beb40bab")
    #expect(SessionKey.list(of: material) == Vector.keyList)
  }

  @Test(arguments: [("0", [0]), (" 1 , 255 ", [1, 255]), ("007", [7])] as [(String, [UInt8])])
  func `takes any count of bytes`(list: String, bytes: [UInt8]) throws {
    #expect(try SessionKey.material(fromList: list) == bytes)
  }

  @Test(arguments: ["", ",", "1,,2", "1,2,", "256", "-1", "a", "1;2", "1 2", "0x10"])
  func `is refused when the list holds anything else`(list: String) {
    let error = #expect(throws: WireError.self) { try SessionKey.material(fromList: list) }
    #expect(error?.code == .unexpected)
  }
}
