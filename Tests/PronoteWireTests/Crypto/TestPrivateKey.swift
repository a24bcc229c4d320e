import PronoteWire

/// The key pair of session document 16.6, in the PKCS#1 form that a school reads. Published with the vectors, hence
/// good for tests only.
enum TestPrivateKey {
  static let modulus = """
    BC4038E04F28555E5288CBCCBCBB99A2192F4998626ADB43B794AFB4977560D6938631040B2E6D41F157560E959B22FE\
    E5218B62D5BBA9D27D02D0D7A25E30297373AD3D1B79930094897B4C1C51BDB8AEB8CA9A4BCD76874DB905378D406376\
    3EBB8849062B131F470A2D37E13056A97ED3A21265D1C771C202FD863275C753
    """

  private static let privateExponent = """
    2F7D11FBFFEC00511987F9C56DACF38E31453D0F0C70C15C5D50CC5C45C2EE096350BC47B55C62627AB3D9F936E35A5A\
    2BCA2103EF3FF690AB498D0E809EBB0E22FB81D07FE25098C7AE8357326F256DEAFBB9D4673F9FD50576AEFEAD0EC14D\
    2E33151E6B5F258E23A612081EDB112B302941848597D438C882B0BCD464A0DD
    """

  // The document gives n, e and d. The two primes follow from a square root of 1 modulo n, found by raising random
  // numbers to the odd part of e·d − 1; the three numbers after them are d mod (p − 1), d mod (q − 1) and 1/q mod p.
  private static let derived = [
    """
    E59B16B2C5DA8130507F04A67038E5362300B79C8F908365C8386937FF41D542\
    3FA7C26C4475A7A81D28891625674DC7D9B750AB75BCCB13B4CEB1B556D3F4D5
    """,
    """
    D1E42094045C5CAC30A252336625C70CCD4565D30509EB374DC716A191DBDD42\
    D0B05B4415FD984A03D31B22D7A999B88D24287EBE66DB24B15D7F397E527F87
    """,
    """
    3735FED4482D4DA95F81DB8D6628D83D1757A1CF3CDA642E4262063317E72DAF\
    BB7CCC8C9A3DAC6E096CE8E1F16690D680ACCAF21FE2A0F68120BEACBB4F466D
    """,
    """
    9AC12A2818A3050D4C7A924325809B27DC3DDBDADFEF3547BC881B2E9BBDD181\
    0F1FC8DB059FCA66603589DF81C5A1FAC9CE2C316F2FA54A839FDD4B45D18C07
    """,
    """
    A78A22E823FF81B8AAE5F7FC1B8FA9B77E95E0720B46DC7BAB3A6F040082D330\
    4051D4D4574E3D328106CFAC186D045956F07CC46853D7DDFAB3B7F6270F3258
    """,
  ]

  /// `RSAPrivateKey` of RFC 8017 A.1.2.
  static var der: [UInt8] {
    let numbers = ["00", modulus, "010001", privateExponent] + derived
    return element(0x30, numbers.flatMap { integer(Hex.decode($0) ?? []) })
  }

  private static func element(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
    let count = body.count
    let length: [UInt8] =
      count < 0x80
      ? [UInt8(count)] : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
    return [tag] + length + body
  }

  private static func integer(_ bytes: [UInt8]) -> [UInt8] {
    let digits = bytes.count > 1 ? Array(bytes.drop { $0 == 0 }) : bytes
    return element(0x02, (digits.first ?? 0) >= 0x80 ? [0] + digits : digits)
  }
}
