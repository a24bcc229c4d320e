import Foundation
import PronoteWire
import SchoolModel
import SchoolServer

/// The content of the schools that the tests serve, made once and copied for each of them.
enum SchoolContent {
  /// The day of every school here, a Wednesday in term time.
  static let today = LocalDate(year: 2026, month: 11, day: 18)!

  /// Today's week.
  static let week = today.monday...today.monday.adding(days: 6)

  /// The same content once more, to compare with what the tool prints.
  static func database() throws -> SchoolDatabase { try known.get() }

  private static let known = Result { try SchoolDatabase.open(at: copy(), today: today) }

  private static let original = Result {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/original.sqlite"
    _ = try SchoolDatabase.open(at: path, today: today)
    return path
  }

  private static let folder: String = {
    atexit { try? FileManager.default.removeItem(atPath: SchoolContent.folder) }
    return FileManager.default.temporaryDirectory.appendingPathComponent("trousse-content-\(UUID().uuidString)").path
  }()

  /// A copy of its own for one school.
  static func copy() throws -> String {
    let path = "\(folder)/\(UUID().uuidString).sqlite"
    try FileManager.default.copyItem(atPath: try original.get(), toPath: path)
    return path
  }
}
