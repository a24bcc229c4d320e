import ArgumentParser
import LemonLDAP
import WebSession

/// What a portal may want to know besides the password.
struct PortalSignInOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the secret of one-time passwords from a file: Base32, or an otpauth address.",
      valueName: "file"
    )
  )
  var totpSecretFile: String?

  @Option(
    help: ArgumentHelp(
      "The code of the second factor. Goes on with a sign-in that waits for it; no password is needed then.",
      valueName: "code"
    )
  )
  var code: String?

  @Flag(help: "Read the code from standard input, behind the password, when the portal wants it.")
  var codeStdin = false

  @Option(help: ArgumentHelp("The second factor to use: totp, mail, ….", valueName: "factor"))
  var method: String?

  @Flag(help: "Ask the portal to remember this machine, so that the next sign-in needs no second factor.")
  var trust = false

  @Flag(help: "Accept the notices that the portal shows.")
  var acceptNotices = false

  mutating func validate() throws {
    guard [totpSecretFile != nil, code != nil, codeStdin].count(where: { $0 }) <= 1 else {
      throw ValidationError("Give one of --totp-secret-file, --code and --code-stdin")
    }
  }

  /// Whether any of them was given.
  var isGiven: Bool {
    totpSecretFile != nil || code != nil || codeStdin || method != nil || trust || acceptNotices
  }

  /// The generator of one-time passwords; nil without a secret.
  ///
  /// - Throws: ``CommandFailure``; `PortalError` with code `badSecret`.
  func generator() throws -> OneTimePasswordGenerator? {
    guard let file = totpSecretFile else { return nil }
    let text = try PasswordOptions.password(in: InputFile.bytes(file, limit: 4096), from: file)
    return try OneTimePasswordGenerator(text: Secret(text))
  }
}
