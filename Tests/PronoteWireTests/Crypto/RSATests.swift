import Foundation
import PronoteWire
import Testing

/// Session document 1.2 and 16.6.
@Suite struct `The RSA keys` {
  private static let cipherText = """
    Y4i+LLW4y4swUbwMqPNgHPS1VJmsxK/tt+oQTq+3lQbEVmisSIa3JQo9xG/KzMxOVCfdeQUoxcCpBRk80LHk9NhmUHevSuaa\
    +KtAMAuh2zUhbYMrB1GVtthiDzgOrTeLrdqqQOJGOcQYZjUrCLNPaX63k95h1R/SxJJvCuAaI5E=
    """

  @Test func `open the seed of the vectors`() throws {
    let key = try SessionPrivateKey(der: TestPrivateKey.der)
    #expect(Hex.encode(key.publicKey.modulus, uppercase: true) == TestPrivateKey.modulus)
    #expect(key.publicKey.exponent == [1, 0, 1])
    let bytes = try #require(Data(base64Encoded: Self.cipherText))
    #expect(try key.decrypt(Array(bytes)) == Vector.seed)
  }

  @Test(arguments: [
    (TestPrivateKey.modulus, "010001"), (TestPrivateKey.modulus.lowercased(), "10001"),
    ("000000" + TestPrivateKey.modulus, "0000010001"), ("0" + TestPrivateKey.modulus, "10001"),
  ])
  func `of a start block encrypt for their owner`(modulus: String, exponent: String) throws {
    let key = try #require(SessionPublicKey(modulusHex: modulus, exponentHex: exponent))
    let owner = try SessionPrivateKey(der: TestPrivateKey.der)
    for count in [0, 1, 16, 117] {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      let sealed = try key.encrypt(message)
      #expect(sealed.count == 128)
      #expect(try owner.decrypt(sealed) == message)
    }
  }

  @Test func `never give the same cipher text twice`() throws {
    let key = try SessionPrivateKey(der: TestPrivateKey.der).publicKey
    let first = try key.encrypt(Vector.seed)
    #expect(try key.encrypt(Vector.seed) != first)
  }

  @Test func `of the vendor are the constant of 2023`() throws {
    let decimal = """
      130337874517286041778445012253514395801341480334668979416920989365464528904618150245388048105865059387\
      076357492684573172203245221386376405947824377827224846860699130638566643129067735803555082190977267155\
      957271492183684665050351182476506458843580431717209261903043895605014125081521285387341454154194253026277
      """
    #expect(SessionPublicKey.vendor.modulus.count == 128)
    #expect(SessionPublicKey.vendor.exponent == [1, 0, 1])
    #expect(Self.decimal(SessionPublicKey.vendor.modulus) == decimal)
    let sealed = try SessionPublicKey.vendor.encrypt(Vector.seed)
    #expect(sealed.count == 128)
    #expect(sealed.lexicographicallyPrecedes(SessionPublicKey.vendor.modulus))
    let text = Data(sealed).base64EncodedString()
    #expect(text.utf8.count == 172)
    #expect(text.hasSuffix("="))
  }

  @Test func `of a new school have 1024 bits and work`() throws {
    let key = try SessionPrivateKey()
    #expect(key.publicKey.modulus.drop { $0 == 0 }.count == 128)
    #expect(try key.decrypt(key.publicKey.encrypt(Vector.seed)) == Vector.seed)
  }

  @Test func `refuse a message that does not fit`() throws {
    let key = try SessionPrivateKey(der: TestPrivateKey.der).publicKey
    let error = #expect(throws: WireError.self) { try key.encrypt([UInt8](repeating: 1, count: 118)) }
    #expect(error?.code == .key)
  }

  @Test(
    arguments: [
      (0, 0xff, [1, 0, 1]), (1, 0xff, [1, 0, 1]), (64, 0xff, [1, 0, 1]), (128, 0xfe, [1, 0, 1]), (128, 0xff, []),
      (128, 0xff, [0]),
    ] as [(Int, UInt8, [UInt8])]
  )
  func `that are none are refused`(count: Int, byte: UInt8, exponent: [UInt8]) {
    let key = SessionPublicKey(modulus: [UInt8](repeating: byte, count: count), exponent: exponent)
    let error = #expect(throws: WireError.self) { try key.encrypt(Vector.seed) }
    #expect(error?.code == .key)
  }

  @Test(arguments: [("", "010001"), ("0000", "010001"), ("zz", "010001"), (TestPrivateKey.modulus, "x")])
  func `are not read from other texts`(modulus: String, exponent: String) {
    #expect(SessionPublicKey(modulusHex: modulus, exponentHex: exponent) == nil)
  }

  @Test func `answer cipher text that is not theirs with an error`() throws {
    let key = try SessionPrivateKey(der: TestPrivateKey.der)
    for bytes in [[], [1], [UInt8](repeating: 0, count: 128), [UInt8](repeating: 0xff, count: 128)] {
      let error = #expect(throws: WireError.self) { try key.decrypt(bytes) }
      #expect(error?.code == .cipher)
    }
    let error = #expect(throws: WireError.self) { try SessionPrivateKey(der: [0x30, 0x03, 0x02, 0x01, 0x00]) }
    #expect(error?.code == .key)
  }

  /// The decimal digits of a big-endian number, by repeated division.
  private static func decimal(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    var digits = ""
    while bytes.contains(where: { $0 != 0 }) {
      var rest = 0
      for index in bytes.indices {
        let value = rest << 8 | Int(bytes[index])
        bytes[index] = UInt8(value / 10)
        rest = value % 10
      }
      digits = String(rest) + digits
    }
    return digits
  }
}
