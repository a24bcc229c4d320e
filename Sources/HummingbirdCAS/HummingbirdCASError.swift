/// Why sessions cannot be kept.
public struct HummingbirdCASError: Error, Sendable {
  /// A kind of failure. Open: later versions may add kinds.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name of the kind, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Another process uses the file.
    public static let storeInUse = Code(rawValue: "storeInUse")
    /// The file cannot be opened, or is no store.
    public static let badStore = Code(rawValue: "badStore")
  }

  /// The kind of failure.
  public var code: Code

  /// What happened, in one sentence without a full stop.
  public var message: String

  /// What the layer below reported.
  public var cause: (any Error)?

  /// A failure of that kind.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }
}

extension HummingbirdCASError: CustomStringConvertible {
  /// Kind and message.
  public var description: String { "\(code.rawValue): \(message)" }
}
