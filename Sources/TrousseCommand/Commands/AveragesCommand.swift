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
    try await options.withSession { session, console in
      let book = try await period.gradeBook(from: session, options: options, console: console)
      try console.print(Averages(book: book))
    }
  }
}
