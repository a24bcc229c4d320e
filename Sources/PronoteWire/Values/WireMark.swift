package import Foundation

/// A mark as PRONOTE writes it: `15,50`, `|1`, `|8|20`, `Abs`, or nothing (functions document 1.7).
package enum WireMark: Sendable, Hashable {
  /// A number, exact.
  case number(Decimal)
  /// An annotation with what may follow it, such as the scale of congratulations.
  case annotation(Int, extra: String?)
  /// Nothing was entered.
  case empty
  /// Something that is none of these, kept as it is.
  case unknown(String)

  /// Reads a mark; never fails.
  package init(_ text: String) {
    let text = text.trimmingBlanks
    if text.isEmpty {
      self = .empty
    } else if let number = WireMark.decimal(text) {
      self = .number(number)
    } else if text.hasPrefix("|") {
      let parts = text.dropFirst().split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      if let code = parts.first.flatMap({ Int($0) }) {
        self = .annotation(code, extra: parts.count > 1 ? String(parts[1]) : nil)
      } else {
        self = .unknown(text)
      }
    } else if let code = WireMark.words[text.lowercased().filter { $0 != "." && $0 != " " }] {
      self = .annotation(code, extra: nil)
    } else {
      self = .unknown(text)
    }
  }

  /// The wire form: a comma for the decimal point, and two decimals unless the number is whole or needs more.
  package var text: String {
    switch self {
    case .number(let value):
      let digits = "\(value)".replacing(".", with: ",")
      return digits.split(separator: ",").dropFirst().first?.count == 1 ? digits + "0" : digits
    case .annotation(let code, let extra): return extra.map { "|\(code)|\($0)" } ?? "|\(code)"
    case .empty: return ""
    case .unknown(let text): return text
    }
  }

  /// Words that exports and some older servers write in place of a code.
  private static let words: [String: Int] = [
    "abs": 1, "absent": 1, "disp": 2, "dsp": 2, "dispensé": 2, "dispense": 2, "nnot": 3, "ne": 3, "inap": 4, "nrdu": 5,
    "nr": 5, "abs*": 6, "nrdu*": 7, "fél": 8, "fel": 8,
  ]

  /// An exact decimal with a comma or a point, at most 18 digits. Blanks as in `1 234,50` are skipped.
  package static func decimal(_ text: String) -> Decimal? {
    var significand = 0
    var decimals = 0
    var digits = 0
    var seenPoint = false
    var isNegative = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "-" where index == 0: isNegative = true
      case "+" where index == 0: break
      case "0"..."9":
        digits += 1
        guard digits <= 18 else { return nil }
        significand = significand * 10 + Int(scalar.value - 48)
        if seenPoint { decimals += 1 }
      case ",", ".":
        guard !seenPoint else { return nil }
        seenPoint = true
      case " ", "\u{a0}", "\u{202f}": break
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    // `15,50` is 15.5: trailing zeros say nothing and must not be printed.
    while decimals > 0, significand.isMultiple(of: 10) {
      significand /= 10
      decimals -= 1
    }
    return Decimal(
      sign: isNegative && significand != 0 ? .minus : .plus,
      exponent: -decimals,
      significand: Decimal(significand)
    )
  }
}
