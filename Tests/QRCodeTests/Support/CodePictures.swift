import Foundation
import QRCode

/// The pictures of Scripts/make-code-pictures.py. Their names say what is in them.
enum CodePictures {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Pictures")

  /// All of them, without the list of texts.
  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0 != "texts.json" && !$0.hasPrefix(".") }.sorted()
  }()

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The texts in a picture, in no particular order; empty when there is none.
  static func texts(in name: String) throws -> Set<String> {
    let all = try JSONDecoder().decode([String: String].self, from: Data(bytes("texts.json")))
    let words = name.prefix { $0 != "." }.split(separator: "-").map(String.init)
    let keys =
      switch words.first {
      case "one": words[1...1]
      case "two": words[1...2]
      case "three": words[1...3]
      default: words[0...0]
      }
    return Set(keys.compactMap { all[$0] })
  }

  /// Why a picture has no text.
  static func failure(of name: String) -> QRCodeError.Code? {
    switch name.split(separator: "-").first {
    case "none": .noCode
    case "broken": .brokenPicture
    case "unknown": .notAPicture
    case "large": .tooLarge
    default: nil
    }
  }
}
