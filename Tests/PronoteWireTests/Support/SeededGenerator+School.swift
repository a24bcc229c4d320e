import Foundation
import PronoteWire
import SchoolModel

/// Random pieces of answers. Labels have no blanks at their ends and ids are never `0`: those mean "nothing" there.
extension SeededGenerator {
  mutating func coin() -> Bool { Bool.random(using: &self) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func maybe<Value>(_ make: (inout SeededGenerator) -> Value) -> Value? {
    coin() ? make(&self) : nil
  }

  mutating func some<Value>(_ make: (inout SeededGenerator) -> Value) -> [Value] {
    (0..<number(0...3)).map { _ in make(&self) }
  }

  mutating func label() -> String {
    let words = ["MATHÉMATIQUES", "É", "\"3A\"", "été 😀 2026", "a\\b", "[4ESP2]", "L'œuvre", "x\ty", "0", "<b>"]
    return words[number(0...words.count - 1)]
  }

  mutating func id() -> String { "\(number(10...150))#\(number(0...99_999))Aé_-" }

  mutating func element() -> WireElement {
    WireElement(n: maybe { $0.id() }, l: maybe { $0.label() }, g: maybe { $0.number(-1...120) })
  }

  mutating func day() -> LocalDate { LocalDate(dayNumber: number(18_000...21_000)) }

  mutating func time() -> LocalTime { LocalTime(minuteOfDay: number(0...1439)) }

  mutating func moment() -> LocalDateTime { day().at(time()) }

  mutating func mark() -> WireMark {
    switch number(0...4) {
    case 0: .empty
    case 1: .annotation(number(-1...9), extra: maybe { String($0.number(5...20)) })
    case 2: .unknown("A+")
    default: .number(Decimal(number(-100...2000)) / 100)
    }
  }

  mutating func numbers() -> [Int] { Set((0..<number(0...12)).map { _ in number(0...62) }).sorted() }
}
