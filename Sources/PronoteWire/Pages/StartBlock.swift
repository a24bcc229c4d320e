import WebSession

/// The parameters of a session page: the argument of `Start ({h:'4571826',a:3,…})` (session document 2.4).
package struct StartBlock: Sendable, Hashable {
  /// Every key with its value as text, quotes removed; booleans as `true` and `false`.
  package let values: [String: String]

  /// Keys whose value stood in quotes.
  package let quotedKeys: Set<String>

  /// The session number.
  package let session: Int

  /// The number of the space whose page this is; mobile pages have other numbers than desktop pages.
  package let space: Int

  /// Finds the block anywhere in a page: in the body's `onload`, or in a script; entities decoded; braces balanced;
  /// keys quoted or bare.
  ///
  /// - Returns: nil when the page holds no call of `Start` with an object.
  /// - Throws: when there is such a call, and its object cannot be read or names no session or space.
  package static func find(in page: String) throws(WireError) -> StartBlock? {
    // Attributes come with their entities decoded, scripts as they stand, where `&amp;` is five characters. Then the
    // page as a whole, for those that are not made as HTML wants it.
    let html = HTMLPage(page)
    let whole = page.utf8.contains(UInt8(ascii: "&")) ? [page, HTMLEntities.decode(page)] : [page]
    var failure: WireError?
    for text in html.attributes(named: "onload") + html.scripts + whole {
      do throws(WireError) {
        if let block = try scan(Array(text.utf8)) { return block }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return nil
  }

  /// So many calls with a broken object are looked at, each as far as the end of the text; more would make the time
  /// grow with the square of a hostile page's size.
  private static let maximumFailures = 16

  private static func scan(_ text: [UInt8]) throws(WireError) -> StartBlock? {
    let word = Array("Start".utf8)
    var failure: WireError?
    var failures = 0
    var index = 0
    while let start = text[index...].firstIndex(of: word[0]) {
      index = start + 1
      guard text[start...].starts(with: word), start == 0 || !isNameByte(text[start - 1]) else { continue }
      var scanner = ObjectScanner(text: text, position: start + word.count)
      guard scanner.opensArgument() else { continue }
      do throws(WireError) {
        let object = try scanner.object()
        return try StartBlock(object)
      } catch {
        // A later call may be the right one; this one's failure is told if there is none.
        failure = failure ?? error
        failures += 1
        if failures == maximumFailures { break }
      }
    }
    if let failure { throw failure }
    return nil
  }

  fileprivate static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: byte >= 0x80
    }
  }

  private init(_ pairs: [(key: String, value: String, isQuoted: Bool)]) throws(WireError) {
    values = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    quotedKeys = Set(pairs.filter(\.isQuoted).map(\.key))
    guard let session = values["h"].flatMap({ Int($0) }), session >= 0 else {
      throw WireError(.missing, "Start.h", "no session number")
    }
    guard let space = values["a"].flatMap({ Int($0) }) else {
      throw WireError(.missing, "Start.a", "no space number")
    }
    self.session = session
    self.space = space
  }

  /// Whether a flag is there and true. Text other than `false` and `0` counts as true.
  package func flag(_ name: String) -> Bool {
    guard let value = values[name] else { return false }
    return value != "false" && value != "0" && !value.isEmpty
  }

  /// Whether a key is there.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// The RSA key of dialects a0 and a.
  package var publicKey: SessionPublicKey? {
    guard let modulus = values["MR"], let exponent = values["ER"] else { return nil }
    return SessionPublicKey(modulusHex: modulus, exponentHex: exponent)
  }

  /// What a portal (ENT) put into the page for logging in at once: a replacement login and password. `-1` and the
  /// empty text mean "nothing".
  package var portalCredentials: (login: String, password: String)? {
    guard let login = values["e"], let password = values["f"], !login.isEmpty, login != "-1", !password.isEmpty else {
      return nil
    }
    return (login, password)
  }
}

/// Reads `({key:'value', …})`.
private struct ObjectScanner {
  let text: [UInt8]
  var position: Int

  private var byte: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || (0x09...0x0d).contains(byte) { position += 1 }
  }

  /// Moves onto the `{` of `Start ({`; false when something else follows.
  mutating func opensArgument() -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: "(") else { return false }
    position += 1
    skipBlanks()
    return byte == UInt8(ascii: "{")
  }

  mutating func object() throws(WireError) -> [(key: String, value: String, isQuoted: Bool)] {
    position += 1
    var pairs: [(key: String, value: String, isQuoted: Bool)] = []
    while true {
      skipBlanks()
      guard let next = byte else { throw failure("the object has no end") }
      if next == UInt8(ascii: "}") { return pairs }
      if next == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let key = isQuote(next) ? try quoted() : name()
      skipBlanks()
      guard !key.isEmpty, byte == UInt8(ascii: ":") else { throw failure("expected a key and a colon") }
      position += 1
      skipBlanks()
      guard let first = byte else { throw failure("a key without a value") }
      if isQuote(first) {
        pairs.append((key, try quoted(), true))
      } else {
        pairs.append((key, try bare(), false))
      }
    }
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  private mutating func name() -> String {
    let start = position
    while let byte, StartBlock.isNameByte(byte) { position += 1 }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  private mutating func quoted() throws(WireError) -> String {
    let quote = text[position]
    position += 1
    var content: [UInt8] = []
    while let next = byte {
      position += 1
      if next == quote { return String(decoding: content, as: UTF8.self) }
      if next == UInt8(ascii: "\\"), let escaped = byte {
        position += 1
        content.append(escaped)
      } else {
        content.append(next)
      }
    }
    throw failure("a text without an end")
  }

  /// A number, a boolean, or a nested object or list, which is kept as text.
  private mutating func bare() throws(WireError) -> String {
    let start = position
    var depth = 0
    while let next = byte {
      if isQuote(next) {
        _ = try quoted()
        continue
      }
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ",") where depth == 0:
        return String(decoding: text[start..<position], as: UTF8.self).trimmingBlanks
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
    throw failure("the object has no end")
  }

  private func failure(_ message: String) -> WireError {
    WireError(.syntax, "Start", message)
  }
}
