import PronoteWire
import Testing

/// Session document 9.2, 14.1 and 16.8: what is encrypted under the session key whatever the flags say.
@Suite struct `Secrets under the session key` {
  private static let element = #"{"N":"47#aZ3_x","G":1,"Actif":true}"#
  private static let part =
    "c5ac598973249c5a96de9ee028cfaf36ad84776369c9ab1934a646d5b4dba9c9b1926f71ddb50be22aba7430ab9cbb5c"

  @Test(arguments: [
    ("1234", "ca82d9dfdb9173b3446751a8af72a584"), ("Motdepasse1!", "ace3435e5550c0dc862942ab2d3d19a3"), (element, part),
  ])
  func `have the documented cipher texts`(text: String, cipherText: String) throws {
    #expect(Vector.authenticated.encrypt(text: text) == cipherText)
    #expect(try Vector.authenticated.decrypt(hex: cipherText) == text)
  }

  @Test func `include file elements that were padded twice`() throws {
    let doubled = Self.part + "3308da04a68d74cc00a00323331e51e6"
    let text = try Vector.authenticated.decrypt(hex: doubled)
    let missing = 16 - Self.element.utf8.count % 16
    #expect(text == Self.element + String(repeating: Character(Unicode.Scalar(UInt8(missing))), count: missing))
  }

  @Test func `make the path of a file`() throws {
    let path = PieceJointe.path(
      id: "47#aZ3_x",
      name: "cours n°1.pdf",
      session: Vector.session,
      cipher: Vector.authenticated
    )
    let parts = path.split(separator: "/").map(String.init)
    try #require(parts.count == 3)
    #expect(parts[0] == "FichiersExternes")
    #expect(try Vector.authenticated.decrypt(hex: parts[1]) == #"{"N":"47#aZ3_x","Actif":true}"#)
    #expect(parts[2] == "cours%20n%C2%B01.pdf?Session=4571826")
  }

  @Test func `name what a special file is`() throws {
    let path = PieceJointe.path(
      id: "73#d1",
      name: "a/b?c#d.pdf",
      session: 1,
      cipher: Vector.authenticated,
      extra: "DevoirSujet"
    )
    let parts = path.split(separator: "/").map(String.init)
    try #require(parts.count == 3)
    #expect(try Vector.authenticated.decrypt(hex: parts[1]) == #"{"N":"73#d1","Actif":true,"G":"DevoirSujet"}"#)
    #expect(parts[2] == "a%2Fb%3Fc%23d.pdf?Session=1")
  }
}
