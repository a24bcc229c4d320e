import AccountVault
import ArgumentParser
import Foundation
import Pronote
import SchoolModel
import WebSession

/// How an account is paired: with a user name and a password, or with a pairing code.
struct SignInOptions: ParsableArguments {
  @Argument(help: "The school's address: https://….index-education.net/pronote. A pairing code brings its own.")
  var url: String?

  @Option(help: "The name to sign in with; a person at a terminal is asked for it.")
  var username: String?

  @OptionGroup var password: PasswordOptions

  @Option(
    help: ArgumentHelp(
      "Sign in through this LemonLDAP::NG portal; 'auto' takes the one that the school names.",
      valueName: "url"
    )
  )
  var portal: String?

  @OptionGroup var portalOptions: PortalSignInOptions

  @Option(help: ArgumentHelp("The pairing code as JSON text; - is standard input.", valueName: "file"))
  var qrJson: String?

  @Option(help: ArgumentHelp("A picture of the pairing code, PNG or JPEG; - is standard input.", valueName: "file"))
  var qrImage: String?

  @OptionGroup var pin: PairingPINOptions

  @OptionGroup var person: SecondFactorOptions

  @Option(help: "The kind of account: student, parent, teacher, staff, … (default: from the address, else student).")
  var space: String?

  @Option(
    help: ArgumentHelp(
      "The school's time zone (default: from the address, else Europe/Paris).",
      valueName: "identifier"
    )
  )
  var timeZone: String?

  var usesCode: Bool { qrJson != nil || qrImage != nil }

  mutating func validate() throws {
    if let space, AccountSpace(named: space) == nil {
      let names = AccountSpace.all.map(\.name).joined(separator: ", ")
      throw ValidationError("'\(space)' is no space; there are: \(names)")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("'\(timeZone)' is no time zone")
    }
    if usesCode {
      guard (qrJson == nil) != (qrImage == nil) else { throw ValidationError("Give either --qr-json or --qr-image") }
      guard url == nil, username == nil, portal == nil, !password.isGiven else {
        throw ValidationError("A pairing code takes the place of the address, --username and the password")
      }
    } else {
      if username?.isEmpty ?? false { throw ValidationError("--username holds no name") }
      if portal == nil, portalOptions.isGiven { throw ValidationError("Say which portal with --portal") }
    }
  }

  /// Takes what was not said from a stored account.
  mutating func complete(with details: AccountDetails) {
    guard !usesCode else { return }
    if url == nil {
      url = details.school
      space = space ?? details.space
    }
    username = username ?? details.username
  }

  /// Checks that nothing is missing which nobody can be asked for.
  func require(canAsk: Bool) throws {
    guard !canAsk else { return }
    guard !usesCode else { return try pin.require(canAsk: false) }
    // A code that a stored sign-in waits for needs no password any more.
    try password.require(username: username, isOptional: portal != nil && portalOptions.code != nil)
  }

  /// The name to sign in with, which the person at the terminal is asked for where none was given.
  ///
  /// - Throws: ``CommandFailure`` when nothing is answered.
  func name() throws -> String {
    try username ?? Question.shown("User name", step: "user name")
  }

  /// What to sign in to, and with what.
  struct Target {
    var school: School
    var space: AccountSpace
    var credentials: Credentials?
  }

  /// Reads the code or the password. There are no credentials before the portal was asked.
  ///
  /// - Throws: ``CommandFailure``; `PronoteError` with `damagedCode`, `wrongPIN`, `badAddress`.
  func target() throws -> Target {
    let zone = timeZone.flatMap(TimeZone.init(identifier:))
    let named = space.flatMap { AccountSpace(named: $0) }
    if usesCode {
      let code = try pairingCode()
      let school = try School(url: code.url, timeZone: zone)
      return Target(
        school: school,
        space: try space(named, at: school),
        credentials: .pairingCode(try code.contents(pin: pin.pin()), device: AppDevice())
      )
    }
    guard let url else { throw CommandFailure.usage("Missing expected argument '<url>'") }
    let school = try School(url: url, timeZone: zone)
    return Target(
      school: school,
      space: try space(named, at: school),
      credentials: portal == nil
        ? .pairing(username: try name(), password: try password.password(), device: AppDevice()) : nil
    )
  }

  /// The space that was named, or that of the page which was pasted; a student's when nothing was said.
  private func space(_ named: AccountSpace?, at school: School) throws -> AccountSpace {
    if let space = named ?? school.space { return space }
    guard let page = school.unknownPage else { return .student }
    let names = AccountSpace.all.map(\.name).joined(separator: ", ")
    throw CommandFailure.usage("'\(page.printable)' is the page of no space that is known; say --space: \(names)")
  }

  private func pairingCode() throws -> PairingCode {
    if let qrImage { return try CodePicture.pairingCode(in: qrImage) }
    let bytes = try InputFile.bytes(qrJson ?? "-", limit: 65_536)
    return try PairingCode(decoding: String(decoding: bytes, as: UTF8.self))
  }
}
