import PronoteWire
import SchoolModel

/// The members of an object in a script, each of which has to be read: a key that is not known is a mistake.
struct ScriptFields {
  private let name: String
  private var unread: [(name: String, value: JSONView)]

  /// - Parameter name: what messages call the object.
  /// - Throws: ``ChangeProblem``, as every method does.
  init(_ view: JSONView, _ name: String) throws {
    guard view.isObject else { throw ChangeProblem("\(name) has to be an object in braces") }
    self.name = name
    unread = view.members
    let names = unread.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ChangeProblem("\(name) has “\(twice)” twice")
    }
  }

  /// The names that were not read yet.
  var rest: [String] { unread.map(\.name) }

  func has(_ key: String) -> Bool { unread.contains { $0.name == key } }

  /// Ends the reading.
  func close() throws {
    guard let left = unread.first else { return }
    throw ChangeProblem("\(name) has “\(left.name)”, which is not known")
  }

  /// Any value.
  mutating func view(_ key: String) throws -> JSONView {
    guard let index = unread.firstIndex(where: { $0.name == key }) else {
      throw ChangeProblem("\(name) has no “\(key)”")
    }
    return unread.remove(at: index).value
  }

  mutating func list(_ key: String) throws -> [JSONView] {
    let view = try view(key)
    guard view.isArray else { throw ChangeProblem("“\(key)” has to be a list in brackets") }
    return view.elements
  }

  /// A text, which a number may stand for.
  mutating func text(_ key: String) throws -> String {
    let view = try view(key)
    guard let text = view.string ?? view.numberText, !text.isEmpty else {
      throw ChangeProblem("“\(key)” has to be a text that is not empty")
    }
    return text
  }

  mutating func optionalText(_ key: String) throws -> String? {
    has(key) ? try text(key) : nil
  }

  mutating func number(_ key: String) throws -> Int {
    guard let number = try view(key).int, number >= 0 else {
      throw ChangeProblem("“\(key)” has to be a number that is not negative")
    }
    return number
  }

  mutating func flag(_ key: String) throws -> Bool {
    guard let flag = try view(key).bool else { throw ChangeProblem("“\(key)” has to be true or false") }
    return flag
  }

  mutating func day(_ key: String) throws -> LocalDate {
    try read(key, "a day such as 2026-11-26") { LocalDate($0) }
  }

  mutating func timeOfDay(_ key: String) throws -> LocalTime {
    try read(key, "a time such as 10:00") { LocalTime(script: $0) }
  }

  mutating func time(_ key: String) throws -> LocalDateTime {
    try read(key, "a time such as 2026-11-26T10:15, without a time zone") { LocalDateTime(script: $0) }
  }

  mutating func duration(_ key: String) throws -> Duration {
    try read(key, "a number of seconds or a duration such as PT30S, a year at most") { Duration(script: $0) }
  }

  private mutating func read<Value>(_ key: String, _ form: String, _ read: (String) -> Value?) throws -> Value {
    let text = try text(key)
    guard let value = read(text) else { throw ChangeProblem("“\(key)” is “\(text)” and has to be \(form)") }
    return value
  }
}
