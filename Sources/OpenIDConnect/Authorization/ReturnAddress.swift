import WebSession

/// The address that a provider sends the browser back to: any scheme, compared letter by letter.
struct ReturnAddress {
  let text: String

  /// Whether an address can be one: a scheme, no fragment, no blank; `http` on this machine only (RFC 8252 section 7.3).
  static func isAcceptable(_ text: String) -> Bool {
    guard text.utf8.count <= 2048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("#"),
      let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let scheme = text[..<colon].lowercased()
    guard let first = scheme.utf8.first, first.isASCIILetter,
      scheme.utf8.allSatisfy({
        $0.isASCIILetter || $0.isASCIIDigit || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0)
      })
    else { return false }
    switch scheme {
    case "https": return WebAddress(text) != nil
    case "http": return WebAddress(text)?.isLoopback == true
    case "javascript", "data", "file", "vbscript", "about", "blob": return false
    default: return true
    }
  }

  /// The fields that were added to this address; nil when the other one is another address.
  ///
  /// A field of the address itself is not among them.
  func fields(addedIn other: String) -> [(name: String, value: String?)]? {
    guard other.utf8.starts(with: text.utf8) else { return nil }
    let rest = String(decoding: Array(other.utf8.dropFirst(text.utf8.count)), as: UTF8.self)
    if rest.isEmpty { return [] }
    guard let first = rest.first, first == (text.contains("?") ? "&" : "?") else { return nil }
    return FormEncoding.fields(rest.dropFirst().prefix { $0 != "#" }.utf8).map { ($0.name ?? "", $0.value) }
  }
}
