import Foundation
package import SchoolModel
import SchoolServer

/// The content of the tests' schools, made once and copied for each of them.
package enum SchoolFiles {
  /// A Wednesday in term time.
  package static let today = LocalDate(year: 2026, month: 11, day: 18)!

  private static let original = Result {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/original.sqlite"
    _ = try SchoolDatabase.open(at: path, today: today)
    return path
  }

  private static let folder: String = {
    atexit { try? FileManager.default.removeItem(atPath: SchoolFiles.folder) }
    return FileManager.default.temporaryDirectory.appendingPathComponent("trousse-tests-\(UUID().uuidString)").path
  }()

  /// A copy of its own for one school.
  package static func copy() throws -> String {
    let path = "\(folder)/\(UUID().uuidString).sqlite"
    try FileManager.default.copyItem(atPath: try original.get(), toPath: path)
    return path
  }

  /// Removes a copy and what SQLite keeps beside it.
  package static func remove(_ path: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
  }
}
