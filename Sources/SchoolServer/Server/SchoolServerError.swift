/// Why a school cannot run as it was asked to.
public struct SchoolServerError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The value that stands for it in texts or on the wire.
    public let rawValue: String

    /// What a value stands for, with or without a constant here.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// A version that is none.
    public static let badVersion = Code(rawValue: "badVersion")
    /// A fault that is none.
    public static let badFault = Code(rawValue: "badFault")
    /// The data file cannot be used.
    public static let badData = Code(rawValue: "badData")
    /// A script that cannot be read, or that the school cannot follow.
    public static let badScript = Code(rawValue: "badScript")
    /// Something that cannot happen at the school.
    public static let badChange = Code(rawValue: "badChange")
    /// A CAS service that is no web address.
    public static let badService = Code(rawValue: "badService")
    /// The address cannot be listened on.
    public static let badAddress = Code(rawValue: "badAddress")
  }

  /// The kind of failure.
  public var code: Code

  /// One sentence for people.
  public var message: String

  /// An error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// In words.
  public var description: String { "\(message) (\(code.rawValue))" }
}
