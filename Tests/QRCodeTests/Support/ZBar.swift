import Foundation
import TestProcesses

/// A QR code reader that is not ours (Debian package zbar-tools).
enum ZBar {
  /// What zbarimg prints for a picture: its texts and a line feed after each.
  ///
  /// - Throws: also when zbarimg is not installed, so that nobody takes its silence for consent.
  static func output(for png: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
    try Data(png).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let judge = Process()
    judge.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    judge.arguments = ["zbarimg", "--quiet", "--raw", "--nodbus", file.path]
    let output = Pipe()
    judge.standardOutput = output
    judge.standardError = FileHandle.nullDevice
    try judge.runExclusively()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    judge.waitUntilExit()
    guard judge.terminationStatus != 127 else { throw ZBarIsMissing() }
    return String(decoding: said, as: UTF8.self)
  }

  struct ZBarIsMissing: Error, CustomStringConvertible {
    var description: String { "zbarimg is not installed (apt-get install zbar-tools)" }
  }
}
