/// The windows-1252 encoding (WHATWG Encoding), which is what the web means by ISO-8859-1.
enum Windows1252 {
  /// Names of encodings that are read as windows-1252.
  static let labels = [
    "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252",
    "us-ascii", "ascii",
  ]

  /// What 0x80 to 0x9F stand for. The five that are not assigned stand for themselves.
  private static let upperControls: [UInt16] = [
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d,
    0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0x009d, 0x017e, 0x0178,
  ]

  /// The scalar that a byte stands for.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9f).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upperControls[Int(byte) - 0x80]) ?? "\u{fffd}"
  }

  /// Decodes bytes; every byte has a meaning.
  static func decode(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.lazy.map(scalar))
    return String(text)
  }
}
