import PronoteWire
import SchoolModel

/// What a JSON value has to look like: exactly these keys, and values of these types.
indirect enum JSONShape: Sendable {
  /// A text, which may be empty.
  case string
  /// A text that says something.
  case text
  /// A text out of a few.
  case word([String])
  case bool
  /// A whole number.
  case integer
  /// A number as people write it: no exponent, no zeros at the end of a fraction.
  case number
  /// A day in ISO 8601.
  case day
  /// A time in ISO 8601 with one of these offsets.
  case time([String])
  /// Eight or more letters and digits that can be kept.
  case identifier
  case null
  /// Null, or something.
  case optional(JSONShape)
  case list(JSONShape)
  case object(KeyValuePairs<String, JSONShape>)
  /// An object that may have some keys more.
  case extended(KeyValuePairs<String, JSONShape>, by: KeyValuePairs<String, JSONShape>)
  /// An object with any keys.
  case anyObject

  /// What is wrong with a value; empty when nothing is.
  func problems(_ value: JSONView, at path: String = "$") -> [String] {
    switch self {
    case .optional(let shape): return value.isNull ? [] : shape.problems(value, at: path)
    case .list(let shape):
      guard value.isArray else { return ["\(path) is no list"] }
      return value.elements.enumerated().flatMap { shape.problems($0.element, at: "\(path)[\($0.offset)]") }
    case .extended(let members, let more):
      let present = value.members.map(\.name)
      let all = members.map { $0 } + more.filter { present.contains($0.key) }
      return JSONShape.problems(value, all, at: path)
    case .object(let members): return JSONShape.problems(value, members.map { $0 }, at: path)
    default: return fits(value) ? [] : ["\(path) is no \(self): \(value.value.text())"]
    }
  }

  private static func problems(
    _ value: JSONView,
    _ members: [(key: String, value: JSONShape)],
    at path: String
  ) -> [String] {
    guard value.isObject else { return ["\(path) is no object"] }
    let names = value.members.map(\.name)
    guard names.sorted() == members.map(\.key).sorted() else {
      return ["\(path) has the keys \(names), not \(members.map(\.key))"]
    }
    return members.flatMap { name, shape in
      value.member(name).map { shape.problems($0, at: "\(path).\(name)") } ?? ["\(path).\(name) is missing"]
    }
  }

  private func fits(_ value: JSONView) -> Bool {
    switch self {
    case .string: value.string != nil
    case .text: value.string?.contains { !$0.isWhitespace } ?? false
    case .word(let words): value.string.map(words.contains) ?? false
    case .bool: value.bool != nil
    case .integer: value.int != nil
    case .number: value.numberText?.wholeMatch(of: /-?(0|[1-9]\d*)(\.\d*[1-9])?/) != nil
    case .day: value.string.flatMap { LocalDate($0) } != nil && value.string?.utf8.count == 10
    case .time(let offsets): value.string.map { fits(time: $0, offsets) } ?? false
    case .identifier: value.string?.wholeMatch(of: /[0-9a-z]{8,}(-\d+)?/) != nil
    case .null: value.isNull
    case .anyObject: value.isObject
    case .optional, .list, .object, .extended: false
    }
  }

  private func fits(time: String, _ offsets: [String]) -> Bool {
    guard let match = time.wholeMatch(of: /(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(.+)/) else { return false }
    return LocalDate(match.1) != nil && offsets.contains(String(match.3))
  }
}
