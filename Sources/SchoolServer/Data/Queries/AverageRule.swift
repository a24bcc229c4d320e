/// How marks become averages (functions document, section 6).
///
/// The average of a subject is Σ(c·x) / Σ(c·m) × 20 over marks x out of m with weight c. A test that is brought to 20
/// counts as x·20/m out of 20. Marks 1 to 5 and empty ones do not count, 6 and 7 count as 0, 8 as the whole scale. A bonus
/// adds c·max(0, x − m/2) above and nothing below. Optional tests, best first, count only when they raise the result.
/// Other averages are means of averages as they are printed, rounded to two decimals.
enum AverageRule {
  /// A mark with what the rule needs to know about its test.
  struct Entry {
    /// The points in hundredths; nil when the mark does not count.
    var points: Int?
    /// What they are out of, in hundredths.
    var scale: Int
    /// The weight in hundredths.
    var weight: Int
    var isBonus: Bool
    var isOptional: Bool
    var isBroughtTo20: Bool
  }

  /// A decimal number as on the wire, `15,50`, in hundredths; nil for anything else.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...6).contains(parts[0].utf8.count), let whole = Int(parts[0]), whole >= 0
    else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].utf8.count), let rest = Int(parts[1]), rest >= 0 else { return nil }
    return whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
  }

  /// The points of a mark in hundredths: 0 for `|6` and `|7`, the scale for `|8`; nil when it does not count.
  static func points(_ mark: String, scale: Int) -> Int? {
    guard mark.hasPrefix("|") else { return hundredths(mark) }
    switch mark.dropFirst().prefix(while: { $0 != "|" }) {
    case "6", "7": return 0
    case "8": return scale
    default: return nil
    }
  }

  /// The average of a subject in hundredths of a mark out of 20; nil when no mark counts.
  static func subjectAverage(_ entries: [Entry]) -> Int? {
    var gained = Fraction.zero
    var possible = Fraction.zero
    var optional: [(gain: Fraction, scale: Fraction)] = []
    for entry in entries {
      guard let points = entry.points, entry.scale > 0 else { continue }
      let factor = entry.isBroughtTo20 ? Fraction(2000, over: entry.scale) : Fraction(1)
      let coefficient = Fraction(entry.weight, over: 100)
      let value = Fraction(points, over: 100) * factor
      let full = Fraction(entry.scale, over: 100) * factor
      if entry.isBonus {
        gained = gained + coefficient * max(.zero, value - full / Fraction(2))
      } else if entry.isOptional {
        optional.append((coefficient * value, coefficient * full))
      } else {
        gained = gained + coefficient * value
        possible = possible + coefficient * full
      }
    }
    for test in optional.sorted(by: { $0.gain * $1.scale > $1.gain * $0.scale })
    where possible == .zero || test.gain * possible > gained * test.scale {
      gained = gained + test.gain
      possible = possible + test.scale
    }
    guard possible > .zero else { return nil }
    return (gained / possible * Fraction(20)).hundredths
  }

  /// The mean in hundredths, halves up; nil without values.
  static func mean(_ hundredths: [Int]) -> Int? {
    hundredths.isEmpty ? nil : (2 * hundredths.reduce(0, +) + hundredths.count) / (2 * hundredths.count)
  }

  /// The median in hundredths, halves up; nil without values.
  static func median(_ hundredths: [Int]) -> Int? {
    guard !hundredths.isEmpty else { return nil }
    let sorted = hundredths.sorted()
    return mean([sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]])
  }

  /// Hundredths with two decimals and a comma: `14,10`; empty for nil.
  static func text(_ hundredths: Int?) -> String {
    guard let hundredths else { return "" }
    let cents = hundredths % 100
    return "\(hundredths / 100),\(cents < 10 ? "0" : "")\(cents)"
  }
}
