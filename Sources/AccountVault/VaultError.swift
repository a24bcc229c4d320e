/// Why stored accounts cannot be read or written.
public struct VaultError: Error, Sendable {
  /// What went wrong. An open set.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name of the kind, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// There is no such account.
    public static let notFound = Code(rawValue: "notFound")
    /// Others could read or replace the file, or it is not a file of this user.
    public static let insecure = Code(rawValue: "insecure")
    /// The file was written by a later version.
    public static let newerFormat = Code(rawValue: "newerFormat")
    /// The file is encrypted, and no key was given.
    public static let isEncrypted = Code(rawValue: "isEncrypted")
    /// The key is not the right one, or the file was altered.
    public static let cannotDecrypt = Code(rawValue: "cannotDecrypt")
    /// Somebody else uses the account for longer than the deadline.
    public static let locked = Code(rawValue: "locked")
    /// The file does not hold an account.
    public static let damaged = Code(rawValue: "damaged")
    /// A limit of a request budget that there is not, or a value that it cannot take.
    public static let badSetting = Code(rawValue: "badSetting")
    /// The system refused to read or write.
    public static let inputOutput = Code(rawValue: "inputOutput")
  }

  /// What went wrong.
  public var code: Code

  /// One sentence for people. Names the file, never its contents.
  public var message: String

  /// The file or directory.
  public var path: String

  /// An error about a file.
  public init(_ code: Code, _ message: String, path: String) {
    self.code = code
    self.message = message
    self.path = path
  }
}
