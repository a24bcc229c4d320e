/// An attachment (functions document 1.10).
package struct PieceJointe: Sendable, Hashable {
  package var n: String?
  /// The file name, or a link's text.
  package var l: String?
  /// 0 link, 1 file, 2 cloud, 3 kiosk, 4 video conference.
  package var g: Int
  package var url: String?

  package init(n: String?, l: String?, g: Int, url: String? = nil) {
    self.n = n
    self.l = l
    self.g = g
    self.url = url
  }

  package init(_ view: JSONView) {
    let view = view.unwrapped
    self.init(n: view.id("N"), l: view.label("L"), g: view.integer("G") ?? 1, url: view.label("url"))
  }

  package var json: JSONValue {
    .object(present: [
      "N": n.map { .string($0) },
      "L": l.map { .string($0) },
      "G": .integer(g),
      "url": url.map { .string($0) },
    ])
  }

  /// The path of a file below the school's root (session document 14.1). The file name is cosmetic. `extra` is a member
  /// more for special files, such as the paper of a test.
  package static func path(id: String, name: String, session: Int, cipher: SessionCipher, extra: JSONValue? = nil)
    -> String
  {
    let element: JSONValue = ["N": .string(id), "Actif": true]
    let sealed = Hex.encode(cipher.encrypt(element.adding("G", extra).bytes()))
    let encoded = name.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        String(Unicode.Scalar(byte))
      default: "%" + Hex.encode([byte], uppercase: true)
      }
    }
    return "FichiersExternes/\(sealed)/\(encoded.joined())?Session=\(session)"
  }
}
