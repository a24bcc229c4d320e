package import SchoolModel

/// The codes of typed values `{"_T": code, "V": value}` (session document 6.1).
package enum WireType {
  package static let text = 3
  package static let date = 7
  package static let domain = 8
  package static let mark = 10
  package static let cardinals = 11
  package static let double = 13
  package static let integer = 20
  package static let html = 21
  package static let rawText = 23
  package static let element = 24
  package static let binary = 25
  package static let numbers = 26
  package static let cleanHTML = 27
}

extension JSONValue {
  /// A typed value.
  package static func typed(_ code: Int, _ value: JSONValue) -> JSONValue {
    ["_T": .integer(code), "V": value]
  }

  /// An element, or a list of elements.
  package static func element(_ value: JSONValue) -> JSONValue {
    typed(WireType.element, value)
  }

  /// A list of elements.
  package static func elements(_ values: [JSONValue]) -> JSONValue {
    typed(WireType.element, .array(values))
  }

  /// A date and time, zero-padded as every known client wants it.
  package static func wireDate(_ value: LocalDateTime) -> JSONValue {
    typed(WireType.date, .string(WireDate.text(value)))
  }

  /// A day.
  package static func wireDate(_ value: LocalDate) -> JSONValue {
    typed(WireType.date, .string(WireDate.text(value)))
  }

  /// A mark or an average.
  package static func wireMark(_ value: WireMark) -> JSONValue {
    typed(WireType.mark, .string(value.text))
  }

  /// A set of numbers as ranges, under the code that the field wants.
  package static func wireSet(_ numbers: some Sequence<Int>, type: Int = WireType.numbers) -> JSONValue {
    typed(type, .string(WireRange.text(numbers)))
  }
}
