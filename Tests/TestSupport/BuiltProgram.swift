import Foundation

/// An executable of this package, built beside the running tests.
package enum BuiltProgram {
  /// It is not there: the tests were built without it.
  struct Missing: Error, CustomStringConvertible {
    let name: String
    let folders: [String]
    var description: String {
      "no executable named \(name) in \(folders.joined(separator: ", ")); run swift build --product \(name)"
    }
  }

  /// The path of the executable with a name.
  package static func path(of name: String) throws -> String {
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: isProgram) else {
      throw Missing(name: name, folders: folders)
    }
    return path
  }

  private static let folders: [String] = {
    // A test bundle of macOS is a folder with the test's own program some levels below.
    var folders: [String] = []
    var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<4 {
      guard let path = folder?.path, path != "/" else { break }
      folders.append(path)
      folder = folder?.deletingLastPathComponent()
    }
    let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    return folders + [root.appendingPathComponent(".build/debug").path]
  }()

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
