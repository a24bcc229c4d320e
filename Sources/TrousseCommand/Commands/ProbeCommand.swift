import AccountVault
import ArgumentParser
import Pronote

/// `trousse probe URL`
struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "What a school's server says without signing in: name, version, dialect, spaces, CAS.",
    discussion: """
      JSON: {"url","name","version","dialect","isNewerThanKnown","spaces":[{"space","name","page"}],\
      "cas":{"isActive","url"} or null}
      """
  )

  @Argument(help: "The school's address: https://….index-education.net/pronote")
  var url: String

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let school = try School(url: url)
    console.progress("Asking \(school.root)")
    defer { console.progress(nil) }
    // Who has no home has no budget either, and can still look.
    let vault = try? options.openVault()
    let gate = try? await vault?
      .gate(to: school.host, in: school.timeZone, isUnattended: options.isUnattended)
    let description = try await Connection.open(options, through: gate) { client in
      try await client.describe(school)
    }
    console.progress(nil)
    let report = ProbeReport(school, description)
    try console.isJSON ? console.print(report.json) : console.print(report.lines(in: console.output))
  }
}
