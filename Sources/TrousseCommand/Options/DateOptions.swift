import ArgumentParser

/// Which days a dated command is about.
package struct DateOptions: ParsableArguments {
  @Option(
    name: .customLong("date"),
    help: ArgumentHelp(
      "One day: 2026-11-21, 21/11/2026, today, tomorrow, yesterday, monday … sunday (the next one).",
      valueName: "day"
    )
  )
  var date: String?

  @Option(
    help: ArgumentHelp("One week by the school's number; 1 is the week of its first Monday.", valueName: "number")
  )
  var week: Int?

  @Option(help: ArgumentHelp("The first day; needs --to.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("The last day; needs --from.", valueName: "day"))
  var to: String?

  package init() {}

  package mutating func validate() throws {
    _ = try selection
  }

  /// The days that were asked for; this week when nothing was.
  package var selection: DaySelection {
    get throws {
      guard [date != nil, week != nil, from != nil || to != nil].filter({ $0 }).count <= 1 else {
        throw ValidationError("Only one of --date, --week and --from … --to can be given")
      }
      if let date { return .day(try Self.expression(date, "--date")) }
      if let week {
        guard (1...62).contains(week) else { throw ValidationError("--week must be between 1 and 62") }
        return .week(week)
      }
      switch (from, to) {
      case (nil, nil): return .currentWeek
      case (let from?, let to?):
        return .interval(try Self.expression(from, "--from"), try Self.expression(to, "--to"))
      case (_?, nil): throw ValidationError("--from needs --to")
      case (nil, _?): throw ValidationError("--to needs --from")
      }
    }
  }

  private static func expression(_ text: String, _ option: String) throws -> DayExpression {
    guard let expression = DayExpression(text) else {
      throw ValidationError("'\(text)' is not a day that \(option) understands, such as 2026-11-21 or tomorrow")
    }
    return expression
  }
}
