import Foundation
import Pronote
import QRCode

/// Pictures of codes, from and into files.
enum CodePicture {
  /// The texts of all codes in a picture; never empty.
  ///
  /// - Throws: `QRCodeError`; ``CommandFailure``.
  static func texts(in file: String) throws -> [String] {
    try QRCodeReader.texts(inImage: try InputFile.bytes(file, limit: QRCodeReader.maximumBytes))
  }

  /// The pairing code in a picture.
  static func pairingCode(in file: String) throws -> PairingCode {
    let texts = try texts(in: file)
    return try texts.lazy.compactMap { try? PairingCode(decoding: $0) }.first ?? PairingCode(decoding: texts[0])
  }

  /// Writes a picture of a text that only this user can read.
  static func write(_ text: String, to file: String) throws {
    let bytes = try QRCode(text: text).png()
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw CommandFailure(.outputFailed, step: "output", "cannot write \(file)", status: .failure) }
  }

  /// A text for the terminal.
  static func lines(_ text: String) throws -> [String] {
    try QRCode(text: text).terminalLines()
  }
}

extension CommandFailure {
  /// The failure for a picture.
  init(_ error: QRCodeError) {
    self.init(Code(rawValue: error.code.rawValue), step: "picture", error.message, status: .unreadableInput)
  }
}
