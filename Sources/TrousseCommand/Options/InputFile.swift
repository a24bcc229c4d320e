import Foundation

/// Reads the files that are named on the command line.
package enum InputFile {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Parameter isCut: whether a longer file is read up to one byte more than `limit`, for readers with a limit of
  ///   their own.
  /// - Throws: ``CommandFailure`` (exit code 65) when it cannot be read or is longer than `limit` bytes.
  package static func bytes(_ path: String, limit: Int, isCut: Bool = false) throws -> [UInt8] {
    let file = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, String(cString: strerror(errno))) }
    defer { if file != 0 { close(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, String(cString: strerror(errno))) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if isCut, bytes.count > limit { return Array(bytes.prefix(limit + 1)) }
      guard bytes.count <= limit else { throw failure(path, "longer than \(limit) bytes") }
    }
  }

  private static func failure(_ path: String, _ reason: String) -> CommandFailure {
    let name = path == "-" ? "standard input" : path
    return CommandFailure(.unreadableFile, step: "file", "\(name): \(reason)", status: .unreadableInput)
  }
}
