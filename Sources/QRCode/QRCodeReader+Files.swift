import Foundation

extension QRCodeReader {
  /// The texts of all codes in a picture file; `-` is the standard input. See ``texts(inImage:)``.
  ///
  /// - Throws: ``QRCodeError``.
  public static func texts(inFile path: String) throws(QRCodeError) -> [String] {
    guard let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
      throw QRCodeError(.unreadable, "the file \(path) cannot be opened")
    }
    var bytes: [UInt8] = []
    do {
      while bytes.count <= maximumBytes, let part = try file.read(upToCount: 1 << 20), !part.isEmpty { bytes += part }
    } catch {
      throw QRCodeError(.unreadable, "the file \(path) cannot be read")
    }
    return try texts(inImage: bytes)
  }
}
