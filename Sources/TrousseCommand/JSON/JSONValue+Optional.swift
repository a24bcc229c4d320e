package import Foundation
package import PronoteWire
package import SchoolModel

/// Keys never come and go: what is unknown is `null`.
extension JSONValue {
  /// A string, or null.
  package static func string(orNull text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  /// A name, or null where there is none.
  package static func name(_ text: String) -> JSONValue {
    text.isEmpty ? .null : .string(text)
  }

  /// A list of strings.
  package static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// A day in ISO 8601, or null.
  package static func day(_ day: LocalDate?) -> JSONValue {
    string(orNull: day?.description)
  }

  /// An exact number, or null.
  package static func decimal(_ value: Decimal?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .number(value.exactText)
  }

  /// The number of a mark; null when it is a word.
  package static func points(_ mark: Mark?) -> JSONValue {
    decimal(mark?.value)
  }

  /// What could not be read.
  package static func diagnostics(_ diagnostics: [Diagnostic]) -> JSONValue {
    .array(diagnostics.map { ["location": .string($0.location), "message": .string($0.message)] })
  }
}
