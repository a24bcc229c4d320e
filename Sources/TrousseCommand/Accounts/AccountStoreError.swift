/// Why stored accounts cannot be read or written.
package struct AccountStoreError: Error, Sendable {
  /// What went wrong. An open set.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// There is no such account.
    package static let notFound = Code(rawValue: "notFound")
    /// Others could read or replace the file, or it is not a file of this user.
    package static let insecure = Code(rawValue: "insecure")
    /// The file does not hold an account.
    package static let damaged = Code(rawValue: "damaged")
    /// The system refused to read or write.
    package static let inputOutput = Code(rawValue: "inputOutput")
  }

  /// What went wrong.
  package var code: Code

  /// One sentence for people. Names the file, never its contents.
  package var message: String

  /// The file or directory.
  package var path: String

  /// An error about a file.
  package init(_ code: Code, _ message: String, path: String) {
    self.code = code
    self.message = message
    self.path = path
  }
}
