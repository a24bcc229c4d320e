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

  func require() throws {
    guard (qrPin == nil) != (qrPinFile == nil) else { throw ValidationError("Give either --qr-pin or --qr-pin-file") }
  }

  /// The PIN.
  ///
  /// - Throws: `PronoteError` with code `badPIN`; ``CommandFailure``.
  func pin() throws -> PairingPIN {
    if let qrPin { return try PairingPIN(qrPin) }
    let bytes = try InputFile.bytes(qrPinFile ?? "-", limit: 256)
    return try PairingPIN(PasswordOptions.password(in: bytes, from: qrPinFile ?? "standard input"))
  }
}
