/// The texts that tickets may be (CAS protocol specification 3.7, and what servers send: sso document a.9).
enum TicketText {
  /// The longest ticket that is read, in bytes; the specification asks for 256.
  static let maximumLength = 256

  /// Whether a text has this prefix, something behind it, and nothing but letters, digits, `-`, `.` and `_`.
  static func isTicket(_ text: String, prefix: String) -> Bool {
    let bytes = text.utf8
    return bytes.count > prefix.utf8.count && bytes.count <= maximumLength && text.hasPrefix(prefix)
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
