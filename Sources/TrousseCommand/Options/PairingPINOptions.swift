import ArgumentParser
import Pronote

/// The PIN of a pairing code.
struct PairingPINOptions: ParsableArguments {
  @Option(
    name: [.customLong("qr-pin"), .customLong("pin")],
    help: ArgumentHelp("The four digits of the pairing code.", valueName: "digits")
  )
  var qrPin: String?

  @Option(help: ArgumentHelp("Read the four digits of the pairing code from a file.", valueName: "file"))
  var qrPinFile: String?

  mutating func validate() throws {
    guard qrPin == nil || qrPinFile == nil else { throw ValidationError("Give either --qr-pin or --qr-pin-file") }
  }

  /// Checks that there is one, unless somebody can be asked.
  func require(canAsk: Bool) throws {
    guard canAsk || qrPin != nil || qrPinFile != nil else {
      throw ValidationError("Give either --qr-pin or --qr-pin-file")
    }
  }

  /// The PIN, which the person at the terminal is asked for where none was given.
  ///
  /// - Throws: `PronoteError` with code `badPIN`; ``CommandFailure``.
  func pin() throws -> PairingPIN {
    if let qrPin { return try PairingPIN(qrPin) }
    guard let qrPinFile else { return try PairingPIN(Question.hidden("PIN of the pairing code", step: "pairing code")) }
    return try PairingPIN(PasswordOptions.password(in: InputFile.bytes(qrPinFile, limit: 256), from: qrPinFile))
  }
}
