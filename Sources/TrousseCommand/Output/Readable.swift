import PronoteWire
import SchoolModel

/// Something that a command prints, for people or for programs.
protocol Readable {
  /// The JSON form. Its keys are part of the tool's contract.
  var json: JSONValue { get }

  /// What could not be read.
  var diagnostics: [Diagnostic] { get }

  /// The form for people.
  func lines(in terminal: Terminal) -> [String]
}

extension Timetable: Readable {
  func lines(in terminal: Terminal) -> [String] { TimetableText(self).lines(in: terminal) }
}

extension HomeworkList: Readable {
  func lines(in terminal: Terminal) -> [String] { HomeworkText(self).lines(in: terminal) }
}

extension GradeBook: Readable {
  func lines(in terminal: Terminal) -> [String] { GradeBookText(self).grades(in: terminal) }
}

extension SchoolProfile: Readable {
  var diagnostics: [Diagnostic] { [] }
  func lines(in terminal: Terminal) -> [String] { SchoolProfileText(self).lines(in: terminal) }
}

/// The averages of a grade book, without its single grades.
struct Averages: Readable {
  let book: GradeBook
  var json: JSONValue { book.averagesJSON }
  var diagnostics: [Diagnostic] { book.diagnostics }
  func lines(in terminal: Terminal) -> [String] { GradeBookText(book).averages(in: terminal) }
}
