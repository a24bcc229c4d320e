import Foundation
import SchoolServer

/// The longer parts of `trousse help school serve`.
enum SchoolServeHelp {
  /// How a script is written.
  static let script = """
    --script FILE makes things happen while the school runs. FILE is JSON, {"steps":[…]}. A step says when, "at" a time \
    of the school's clock ("2026-11-26T10:15") or "after" a number of seconds or "PT30S" from its start, and what:
      "grade"         student, subject, value, scale?, coefficient?, title?,
                      remark?, date?
      "changeGrade"   student, subject, title, value?, coefficient?, remark?
      "removeGrade"   student, subject, title
      "homework"      student, subject, due, text, given?, minutes?
      "cancelLesson"  student, date, start, status?
      "moveLesson"    student, date, start, to, room?
      "changeRoom"    student, date, start, room
      "absence"       student, from, to?, reason?
      "news"          title, text, acknowledge?

    {"steps":[{"after":30,"cancelLesson":
      {"student":"demonstration","date":"2026-11-27","start":"10:00"}}]}

    Students are named by login or name, subjects by name. What is due when the school starts has happened by then; \
    whatever cannot happen is refused at the start. A data file remembers the steps that it has seen.
    """

  /// Every fault, with what it does.
  static var faults: String {
    let kinds = Fault.Kind.allCases.map { line($0.form, $0.summary) }
    let pages = Fault.Page.allCases.map { line($0.rawValue, $0.summary) }
    return """
      Faults, for --fault:
      \(kinds.joined(separator: "\n"))
      FUNCTION is a name of the wire, such as DernieresNotes; with :2 only its first two answers are struck, with %3 only \
      every third. PAGE is one of:
      \(pages.joined(separator: "\n"))
      """
  }

  private static func line(_ name: String, _ summary: String) -> String {
    "  " + name.padding(toLength: 24, withPad: " ", startingAt: 0) + summary
  }
}
