/// HTML character references (WHATWG HTML section 13.2.5.72 and following): `&eacute;`, `&amp`, `&#233;`, `&#xE9;`.
public enum HTMLEntities {
  /// Replaces the character references in a text by what they stand for.
  ///
  /// The full table of 2,231 names; names that may lack their semicolon take the longest match; numbers 0x80 to 0x9F
  /// are read as windows-1252, impossible ones as U+FFFD. What is no reference stays as it is. Linear time.
  public static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return decode(ArraySlice(text.utf8), inAttribute: false)
  }

  /// Replaces the character references in UTF-8.
  ///
  /// - Parameter inAttribute: whether the text is an attribute's value, where a name without semicolon does not count
  ///   when `=`, a letter or a digit follows: `?a=1&copy=2` stays as it is.
  static func decode(_ bytes: ArraySlice<UInt8>, inAttribute: Bool) -> String {
    guard var mark = bytes.firstIndex(of: UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes
    while true {
      output.append(contentsOf: rest[..<mark])
      rest = rest[mark...]
      if let (expansion, length) = reference(rest, inAttribute: inAttribute) {
        output.append(contentsOf: expansion.utf8)
        rest = rest.dropFirst(length)
      } else {
        output.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
      guard let next = rest.firstIndex(of: UInt8(ascii: "&")) else { break }
      mark = next
    }
    output.append(contentsOf: rest)
    return String(decoding: output, as: UTF8.self)
  }

  /// The names with their semicolon, and those that may lack it without.
  package static var names: [String] {
    references.flatMap { name, reference in reference.isLegacy ? [name, name + ";"] : [name + ";"] }
  }

  private struct Reference {
    var expansion: String
    /// Whether its semicolon may be missing.
    var isLegacy: Bool
  }

  private static let references: [String: Reference] = {
    var references: [String: Reference] = [:]
    references.reserveCapacity(2200)
    for entry in table.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      let parts = entry.split(separator: UInt8(ascii: "="))
      guard parts.count == 2 else { continue }
      let isLegacy = parts[0].last == UInt8(ascii: "*")
      let name = isLegacy ? parts[0].dropLast() : parts[0]
      var expansion = ""
      for code in parts[1].split(separator: UInt8(ascii: ",")) {
        let number = code.reduce(UInt32(0)) { $0 &* 16 &+ UInt32($1.hexValue ?? 0) }
        expansion.unicodeScalars.append(Unicode.Scalar(number) ?? "\u{fffd}")
      }
      references[String(decoding: name, as: UTF8.self)] = Reference(expansion: expansion, isLegacy: isLegacy)
    }
    return references
  }()

  /// The longest name of the table, in bytes.
  private static let longestName = 31

  /// The longest name that may lack its semicolon.
  private static let longestLegacyName = 6

  /// What the reference at the start of `bytes` (an ampersand) stands for, and its length in bytes.
  private static func reference(
    _ bytes: ArraySlice<UInt8>,
    inAttribute: Bool
  ) -> (expansion: String, length: Int)? {
    let body = bytes.dropFirst()
    guard let first = body.first else { return nil }
    if first == UInt8(ascii: "#") { return number(body.dropFirst()) }
    guard first.isASCIILetter else { return nil }
    let name = body.prefix(longestName + 1).prefix { $0.isASCIILetter || $0.isASCIIDigit }
    if body.dropFirst(name.count).first == UInt8(ascii: ";") {
      if let common = common(name) { return (common, name.count + 2) }
      if let found = references[String(decoding: name, as: UTF8.self)] { return (found.expansion, name.count + 2) }
    }
    for length in stride(from: min(name.count, longestLegacyName), through: 2, by: -1) {
      guard let found = references[String(decoding: name.prefix(length), as: UTF8.self)], found.isLegacy else {
        continue
      }
      if inAttribute, let next = body.dropFirst(length).first,
        next == UInt8(ascii: "=") || next.isASCIILetter || next.isASCIIDigit
      {
        return nil
      }
      return (found.expansion, length + 1)
    }
    return nil
  }

  /// The references that nearly all pages get along with, so that the table is not built for them.
  private static func common(_ name: ArraySlice<UInt8>) -> String? {
    guard name.count <= 6 else { return nil }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "nbsp": return "\u{a0}"
    case "eacute": return "é"
    case "egrave": return "è"
    case "agrave": return "à"
    default: return nil
    }
  }

  /// A numeric reference, after its `&#`.
  private static func number(_ bytes: ArraySlice<UInt8>) -> (expansion: String, length: Int)? {
    let isHexadecimal = bytes.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let radix: UInt32 = isHexadecimal ? 16 : 10
    let digits = bytes.dropFirst(isHexadecimal ? 1 : 0)
    var value: UInt32 = 0
    var count = 0
    for byte in digits {
      guard let digit = byte.hexValue, UInt32(digit) < radix else { break }
      value = min(value * radix + UInt32(digit), 0x11_0000)
      count += 1
    }
    guard count > 0 else { return nil }
    let hasEnd = digits.dropFirst(count).first == UInt8(ascii: ";")
    let scalar: Unicode.Scalar =
      switch value {
      case 0: "\u{fffd}"
      case 0x80...0x9f: Windows1252.scalar(UInt8(value))
      default: Unicode.Scalar(value) ?? "\u{fffd}"
      }
    return (String(Character(scalar)), 2 + (isHexadecimal ? 1 : 0) + count + (hasEnd ? 1 : 0))
  }
}
