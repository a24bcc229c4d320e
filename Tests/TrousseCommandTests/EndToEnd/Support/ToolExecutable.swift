import Foundation

/// The executable that users run, built beside the running tests.
enum ToolExecutable {
  /// It is not there: the tests were built without the product `trousse`.
  struct Missing: Error, CustomStringConvertible {
    let folders: [String]
    var description: String {
      "no executable named trousse in \(folders.joined(separator: ", ")); run swift build --product trousse"
    }
  }

  /// The path of the executable.
  static func path() throws -> String { try found.get() }

  private static let found = Result<String, any Error> {
    let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    // A test bundle of macOS is a folder with the test's own program some levels below.
    var folders: [String] = []
    var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<4 {
      guard let path = folder?.path, path != "/" else { break }
      folders.append(path)
      folder = folder?.deletingLastPathComponent()
    }
    folders.append(root.appendingPathComponent(".build/debug").path)
    let paths = folders.map { $0 + "/trousse" }
    guard let path = paths.first(where: isProgram) else { throw Missing(folders: folders) }
    return path
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
