/// What the protocol layer could not do.
///
/// The client turns it into a `PronoteError` with the step and the host; the school answers it with an error page.
package struct WireError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Cipher text that does not decrypt: wrong key, wrong length or bad padding.
    package static let cipher = Code(rawValue: "cipher")
    /// Compressed data that does not inflate.
    package static let compression = Code(rawValue: "compression")
    /// More data than the limit allows.
    package static let tooLarge = Code(rawValue: "tooLarge")
    /// Text that is not JSON, or not hexadecimal.
    package static let syntax = Code(rawValue: "syntax")
    /// JSON without something that has to be there.
    package static let missing = Code(rawValue: "missing")
    /// A value of another type or form than expected.
    package static let unexpected = Code(rawValue: "unexpected")
    /// An order number or session number other than the next one.
    package static let order = Code(rawValue: "order")
    /// A public key that cannot be used.
    package static let key = Code(rawValue: "key")
  }

  /// The kind of failure.
  package var code: Code

  /// Where: a path in the answer, or a step of the codec.
  package var location: String

  /// What was expected and seen. Never holds a value from the answer.
  package var message: String

  package init(_ code: Code, _ location: String, _ message: String) {
    self.code = code
    self.location = location
    self.message = message
  }

  package var description: String { "\(location): \(message)" }
}
