import ArgumentParser

/// `trousse averages`
struct AveragesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "averages",
    abstract: "The averages of each subject in a grading period.",
    discussion: """
      JSON: {"student","period","subjects":[{"name","average","classAverage","minimum","maximum"}],"average",\
      "classAverage","diagnostics":[]}
      """
  )

  @OptionGroup var period: PeriodOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    try await options.readStudents("Reading the averages") { session, student in
      Averages(book: try await period.gradeBook(of: student, from: session))
    }
  }
}
