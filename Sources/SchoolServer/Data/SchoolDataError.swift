/// Why the school's data could not be opened.
package struct SchoolDataError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong. An open set.
  package struct Code: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The day to generate around lies outside the years 1900 to 2999.
    package static let dateOutOfRange = Code(rawValue: "dateOutOfRange")
    /// The file holds another kind or another version of data.
    package static let unknownFile = Code(rawValue: "unknownFile")
  }

  /// What went wrong.
  package var code: Code
  /// The same for people, in English.
  package var message: String

  /// An error with these facts.
  package init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// `unknownFile: …`.
  package var description: String { "\(code.rawValue): \(message)" }
}
