import Foundation
import SchoolServer

/// The rule for averages (functions document, section 6) written a second time, with `Decimal` and by trying every choice
/// of optional tests.
enum ExpectedAverage {
  static func number(_ text: String) -> Decimal {
    Decimal(string: text.replacing(",", with: "."), locale: Locale(identifier: "en_US_POSIX")) ?? -1
  }

  static func points(_ test: GradedTestRecord) -> Decimal? {
    switch test.mark {
    case "", "|1", "|2", "|3", "|4", "|5": nil
    case "|6", "|7": 0
    case "|8": number(test.scale)
    default: number(test.mark)
    }
  }

  static func subject(_ tests: [GradedTestRecord]) -> Decimal? {
    let optional = tests.filter { $0.isOptional && !$0.isBonus && points($0) != nil }
    let others = tests.filter { !($0.isOptional && !$0.isBonus) }
    let base = average(others)
    var best = base
    for choice in 0..<(1 << optional.count) {
      let kept = optional.enumerated().filter { choice & (1 << $0.offset) != 0 }.map(\.element)
      guard let value = average(others + kept) else { continue }
      best = max(best ?? value, value)
    }
    return best.map(rounded)
  }

  private static func average(_ tests: [GradedTestRecord]) -> Decimal? {
    var gained: Decimal = 0
    var possible: Decimal = 0
    for test in tests {
      guard var value = points(test) else { continue }
      var scale = number(test.scale)
      let weight = number(test.coefficient)
      if test.isBroughtTo20 {
        value = value * 20 / scale
        scale = 20
      }
      if test.isBonus {
        gained += weight * max(0, value - scale / 2)
      } else {
        gained += weight * value
        possible += weight * scale
      }
    }
    return possible > 0 ? gained / possible * 20 : nil
  }

  static func mean(_ values: [Decimal]) -> Decimal? {
    values.isEmpty ? nil : rounded(values.reduce(0, +) / Decimal(values.count))
  }

  static func rounded(_ value: Decimal) -> Decimal {
    // A quotient such as 1/3·3 may fall short by one unit in the 38th place.
    var exact = value + Decimal(sign: .plus, exponent: -20, significand: 1)
    var result = Decimal()
    NSDecimalRound(&result, &exact, 2, .plain)
    return result
  }

  static func text(_ value: Decimal) -> String {
    let parts = "\(value)".split(separator: ".")
    let cents = parts.count == 2 ? String(parts[1]) : ""
    return parts[0] + "," + cents + String(repeating: "0", count: 2 - cents.count)
  }
}
