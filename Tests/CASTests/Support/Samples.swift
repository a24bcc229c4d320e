import Foundation

/// Answers that lie beside the checkout in `../shared`; absent elsewhere.
enum Samples {
  static let folder =
    (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    .deletingLastPathComponent().appendingPathComponent("shared/samples")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("cas/cases.json").path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
