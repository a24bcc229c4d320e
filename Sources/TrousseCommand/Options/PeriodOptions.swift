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

  /// Reads the grade book of the chosen student and period.
  func gradeBook(from session: PronoteSession, options: GlobalOptions, console: Console) async throws -> GradeBook {
    let student = try await options.requiredStudent(of: session)
    let period = try PeriodChoice.period(
      named: name,
      among: await session.periods(for: student),
      current: await session.currentPeriod(for: student)
    )
    console.progress("Reading the grades")
    return try await session.grades(for: student, in: period)
  }
}
