import ArgumentParser
import Pronote
import SchoolModel

/// Which grading period a command is about.
struct PeriodOptions: ParsableArguments {
  @Option(
    name: .customLong("period"),
    help: ArgumentHelp(
      "The grading period, or the beginning of its name; the current one by default.",
      valueName: "name"
    )
  )
  var name: String?

  /// Reads the grade book of a student in the chosen period.
  func gradeBook(of student: Student, from session: PronoteSession) async throws -> GradeBook {
    let period = try PeriodChoice.period(
      named: name,
      among: await session.periods(for: student),
      current: await session.currentPeriod(for: student)
    )
    return try await session.grades(for: student, in: period)
  }
}
