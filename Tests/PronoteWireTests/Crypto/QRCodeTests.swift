import PronoteWire
import Testing

/// Session document 8.1 and 16.7: a QR code's texts under its PIN.
@Suite struct `A QR code` {
  private static let login = "F8E83FA7E9A21441A2596950DA79441E"
  private static let token = "3F5A0C1B7E9D2468ACE013579BDF02468ACE13579BDF02468ACE13579BDF0246"
  private static let sealedToken = """
    EE27A6CA0B99F2558C57ACA08CF53A2C08C05882A44DB68D5C4C0B7B41CECB495D2A81C5493718E404B6C8033D8112D2\
    4A90FE604CEA267F79FD48DC49CA75FBC0F221240FF8BF59CF52F396FB1DA79A
    """

  private static func cipher(pin: String) -> SessionCipher {
    SessionCipher(keyMaterial: Array(pin.utf8), vectorMaterial: nil)
  }

  @Test func `opens with its PIN`() throws {
    #expect(Hex.encode(Digest.md5(Array("1234".utf8))) == "81dc9bdb52d04dc20036dbd8313ed055")
    let cipher = Self.cipher(pin: "1234")
    #expect(try cipher.decrypt(hex: Self.login) == Vector.login)
    #expect(try cipher.decrypt(hex: Self.sealedToken) == Self.token)
    #expect(cipher.encrypt(text: Vector.login).uppercased() == Self.login)
    #expect(cipher.encrypt(text: Self.token).uppercased() == Self.sealedToken)
  }

  @Test(arguments: ["1235", "0000", "01234"]) func `stays closed to another PIN`(pin: String) {
    let error = #expect(throws: WireError.self) { try Self.cipher(pin: pin).decrypt(hex: Self.login) }
    #expect(error?.code == .cipher)
  }

  @Test func `gives a token that signs in like a password`() throws {
    #expect(
      String(decoding: UserKey.proof(salt: Vector.salt, password: Self.token), as: UTF8.self)
        == "1BE79B392E224A898EDB08D1342778A694B53F3112D6C304116D799EF144764E"
    )
    let key = UserKey.direct(login: Vector.login, password: Self.token, salt: Vector.salt)
    #expect(Hex.encode(key) == "79ade272bd582404ffb2a9e24cea40d0")
    let text = "68C03C25D2EB6D6780A441863B71BC41401D1C46CD25E73097A42C596FA95E4C51A3D923560651171777EDDE712CE769"
    let cipher = Vector.cipher(userKey: key)
    #expect(cipher.encrypt(text: Vector.interleaved).uppercased() == text)
    #expect(
      try Challenge(text, isNewestFamily: false).answer(with: cipher)
        == "c46ebeba20c9c0e0847fb79bada771d2e2aa467853c98a1591776daf56f5d248"
    )
  }

  @Test func `asks for an app token with both flags`() {
    var request = Identification.Request(genreEspace: 6, identifiant: Vector.login)
    request.demandeConnexionAppliMobile = true
    request.demandeConnexionAppliMobileJeton = true
    let json = request.json
    #expect(json["identifiant"] == "demonstration")
    #expect(json["genreEspace"] == 6)
    #expect(json["demandeConnexionAppliMobile"] == true)
    #expect(json["demandeConnexionAppliMobileJeton"] == true)
    #expect(json["enConnexionAppliMobile"] == false)
  }
}
