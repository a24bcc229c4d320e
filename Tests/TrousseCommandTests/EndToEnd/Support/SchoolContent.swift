import PronoteWire
import SchoolModel
import SchoolServer
import TestSupport

/// The content of the schools that the tests serve, made once and copied for each of them.
enum SchoolContent {
  /// The day of every school here, a Wednesday in term time.
  static let today = SchoolFiles.today

  /// Today's week.
  static let week = today.monday...today.monday.adding(days: 6)

  /// The same content once more, to compare with what the tool prints.
  static func database() throws -> SchoolDatabase { try known.get() }

  private static let known = Result { try SchoolDatabase.open(at: SchoolFiles.copy(), today: today) }
}
