/// Classes of ASCII bytes that addresses, cookies and HTML have in common.
extension UInt8 {
  package var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  package var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Space, tab, line feed, form feed, carriage return: the blanks of HTML.
  var isHTMLBlank: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09 || self == 0x0c }

  var asciiLowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }

  /// 0 to 15 for a hexadecimal digit.
  package var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension String {
  /// Whether two header names, charset names and the like are the same but for the case of ASCII letters.
  func equalsIgnoringASCIICase(_ other: String) -> Bool {
    utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }
}
