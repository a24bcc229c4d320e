/// Text that is not JSON (RFC 8259), with the place where that was noticed.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The byte offset.
  package let offset: Int

  /// What was wrong there. Never holds any of the text.
  package let message: String

  package var description: String { "\(message) at byte \(offset)" }
}
