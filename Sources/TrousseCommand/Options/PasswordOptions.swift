package import ArgumentParser
package import WebSession
import Foundation

/// Where the password comes from. Never from the arguments, which every process on the machine can read.
package struct PasswordOptions: ParsableArguments {
  @Flag(help: "Read the password from standard input. A person at a terminal is asked for it, with or without this.")
  package var passwordStdin = false

  @Option(
    help: ArgumentHelp("Read the password from a file; a line break at its end does not count.", valueName: "file")
  )
  package var passwordFile: String?

  package init() {}

  /// Whether there is any word about a password.
  package var isGiven: Bool { passwordStdin || passwordFile != nil }

  package mutating func validate() throws {
    guard !passwordStdin || passwordFile == nil else {
      throw ValidationError("Give either --password-stdin or --password-file")
    }
  }

  /// Checks that a sign-in at which nobody can be asked has a user name and a password.
  ///
  /// - Parameter isOptional: whether it may go without the password.
  func require(username: String?, isOptional: Bool) throws {
    let missing = [
      username == nil ? "--username" : nil,
      isGiven || isOptional ? nil : "--password-stdin or --password-file",
    ]
    .compactMap(\.self)
    guard missing.isEmpty else {
      throw ValidationError("Give \(missing.joined(separator: ", and "))")
    }
  }

  /// Reads the password; without a word about it, asks the person at the terminal.
  ///
  /// - Throws: ``CommandFailure`` when there is none, when it is not UTF-8, or when the file cannot be read.
  package func password() throws -> Secret<String> {
    let source = passwordFile ?? "-"
    if passwordFile == nil, isatty(0) == 1 { return Secret(try Question.hidden("Password", step: "password")) }
    let bytes = try InputFile.bytes(source, limit: 65_536)
    return Secret(try Self.password(in: bytes, from: passwordFile ?? "standard input"))
  }

  /// What reads the password of a portal, behind which a code may follow on standard input: then it is one line. Nil
  /// when there is no word about a password, and nobody to ask.
  func ofPortal(isFollowedByCode: Bool, canAsk: Bool) -> (() throws -> Secret<String>)? {
    guard isGiven || canAsk else { return nil }
    return {
      guard isFollowedByCode, passwordStdin, isatty(0) != 1 else { return try password() }
      return Secret(try Question.nextLine("Password", step: "password"))
    }
  }

  /// The password in the bytes of a file: all of them but one line break at the end.
  package static func password(in bytes: [UInt8], from source: String) throws -> String {
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.unreadableFile, step: "password", "\(source) is not UTF-8", status: .unreadableInput)
    }
    if text.last?.isNewline == true { text.removeLast() }
    guard !text.isEmpty else { throw CommandFailure.usage("\(source) holds no password", step: "password") }
    return text
  }
}
