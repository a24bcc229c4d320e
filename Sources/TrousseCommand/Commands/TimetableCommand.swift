import ArgumentParser
import Pronote

/// `trousse timetable`
struct TimetableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timetable",
    abstract: "The lessons of a day, a week or longer; this week if nothing is asked for.",
    discussion: """
      JSON: {"student","from","to","lessons":[{"id","start","end","kind","subject","teachers":[],"rooms":[],\
      "groups":[],"isCancelled","change","status","isTest","memo","links":[{"url","label"}]}],\
      "diagnostics":[{"location","message"}]}
      """
  )

  @OptionGroup var dates: DateOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    if options.child != nil {
      return try await options.readStudents("Reading the timetable") { session, student in
        try await session.timetable(for: student, in: try await dates.days(of: session))
      }
    }
    try await options.withSession(about: .person) { session, console in
      // The owner's own, in accounts without students.
      let student = try StudentChoice.student(named: nil, among: await session.students)
      let days = try await dates.days(of: session)
      console.progress("Reading the timetable")
      try console.print(await session.timetable(for: student, in: days))
    }
  }
}
