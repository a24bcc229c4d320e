/// A value that must not be seen: it prints as `<redacted>` in every way, and is not `Encodable`.
///
/// ```swift
/// let password = Secret("correct horse")
/// print("signing in with \(password)")   // signing in with <redacted>
/// password.reveal()                      // "correct horse"
/// ```
///
/// Searching a code base for `reveal()` finds every place where a secret leaves its wrapping.
public struct Secret<Value: Sendable>: Sendable {
  private let value: Value

  /// Wraps a value.
  public init(_ value: Value) {
    self.value = value
  }

  /// The value itself.
  public func reveal() -> Value { value }
}

extension Secret: Equatable where Value: Equatable {}
extension Secret: Hashable where Value: Hashable {}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `<redacted>`.
  public var description: String { "<redacted>" }

  /// Always `<redacted>`.
  public var debugDescription: String { "<redacted>" }

  /// A mirror without children, so that `dump` and reflection see nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
