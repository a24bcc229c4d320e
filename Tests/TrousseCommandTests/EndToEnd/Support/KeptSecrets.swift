import Foundation
import PronoteWire

/// What is in the files of kept sessions, for tests that search for it elsewhere.
enum KeptSecrets {
  /// The state and the directory of a session's file, unwrapped; nothing for other files.
  static func parts(ofSession content: Data) -> [[UInt8]] {
    guard let file = try? JSONDocument(Array(content)).root else { return [] }
    return ["state", "directory"].compactMap { file.member($0)?.string }
      .compactMap { Data(base64Encoded: $0).map(Array.init) }
  }

  /// The keys, seeds, cookies and ids that a session's file holds.
  static func texts(ofSession content: Data) -> [String] {
    guard let state = parts(ofSession: content).first.flatMap({ try? JSONDocument($0).root }) else { return [] }
    let timeline = state["channel"]?["timeline"]
    let keys = [timeline?["key"]?.string, timeline?["seed"]?.string].compactMap { $0 }
    let cookies = (state["cookies"]?["cookies"]?.elements ?? []).compactMap { $0["value"]?.string }
    let owed = [state["owed"]?["path"]?.string].compactMap { $0 }
    return keys + cookies.filter { $0.utf8.count > 3 } + owed
  }
}
