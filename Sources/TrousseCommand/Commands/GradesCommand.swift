import ArgumentParser

/// `trousse grades`
struct GradesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grades",
    abstract: "The grades of a grading period, with the class's statistics.",
    discussion: """
      JSON: {"student","period","grades":[{"date","subject","value","state","scale","coefficient","comment",\
      "classAverage","minimum","maximum","isBonus","isOptional"}],"subjects":[{"name","average","classAverage",\
      "minimum","maximum"}],"average","classAverage","diagnostics":[]}. "grades" and "subjects" are null when the \
      school does not publish them.
      """
  )

  @OptionGroup var period: PeriodOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    try await options.readStudents("Reading the grades") { session, student in
      try await period.gradeBook(of: student, from: session)
    }
  }
}
