import ArgumentParser
import Pronote

/// `trousse homework`
struct HomeworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "homework",
    abstract: "The homework that is due on a day, in a week or later; this week if nothing is asked for.",
    discussion: """
      JSON: {"student","from","to","homework":[{"id","due","assigned","subject","text","isDone",\
      "attachments":[{"name","kind"}]}],"diagnostics":[]}
      """
  )

  @OptionGroup var dates: DateOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    try await options.readStudents("Reading the homework") { session, student in
      try await session.homework(for: student, in: try await dates.days(of: session))
    }
  }
}
