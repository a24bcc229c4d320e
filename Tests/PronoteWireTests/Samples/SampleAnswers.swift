import Foundation
import PronoteWire

/// Recorded answers of the vendor's demonstration server, beside the checkout in `../shared`; absent elsewhere.
enum SampleAnswers {
  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/samples/pronote").standardizedFileURL

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: directory.appendingPathComponent("InfoMobileApp.json").path)
  }

  /// A whole file.
  static func file(_ name: String) throws -> JSONView {
    try JSONDocument(Array(Data(contentsOf: directory.appendingPathComponent(name + ".json")))).root
  }

  /// The payload of an answer.
  static func payload(_ name: String) throws -> JSONView {
    try file(name).required("data")
  }
}
