import Foundation
import Pronote
import PronoteWire
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

  /// Prints a code as JSON, into a file, or as a picture on the terminal.
  static func print(_ code: PairingCode, png: String?, _ console: Console) throws {
    if let png { try write(code.text, to: png) }
    if console.isJSON {
      try console.print(JSONDocument(Array(code.text.utf8)).root.value)
    } else if png == nil {
      try console.print(QRCode(text: code.text).terminalLines())
    }
  }
}

extension CommandFailure {
  /// The failure for a picture.
  init(_ error: QRCodeError) {
    self.init(Code(rawValue: error.code.rawValue), step: "picture", error.message, status: .unreadableInput)
  }
}
