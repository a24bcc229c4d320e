import Foundation
import WebSession

/// Reads the files that are named on the command line.
enum InputFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``BenchFailure`` (exit code 65) when it cannot be read.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchFailure("unreadableFile", step: "file", "\(path) cannot be read", status: 65)
    }
    return Array(data)
  }

  /// The password in a file: everything but one line break at the end.
  ///
  /// - Throws: ``BenchFailure`` when there is none.
  static func password(_ path: String) throws -> Secret<String> {
    guard var text = String(validating: try bytes(path), as: UTF8.self) else {
      throw BenchFailure("unreadableFile", step: "password", "\(path) is not UTF-8", status: 65)
    }
    if text.last?.isNewline == true { text.removeLast() }
    guard !text.isEmpty else { throw BenchFailure("usage", step: "password", "\(path) holds no password", status: 64) }
    return Secret(text)
  }
}
