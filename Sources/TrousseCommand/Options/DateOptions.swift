import ArgumentParser

/// Which days a dated command is about.
package struct DateOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "One day: 2026-11-21, 21/11/2026, 21/11 (the closest), tomorrow or next, demain, +3, -1, monday or lun (the next).",
      valueName: "day"
    )
  )
  var date: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "One week: this, next, last, +1, -1, or the school's number; 1 is the week of its first Monday.",
      valueName: "week"
    )
  )
  var week: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first day; without --to, to the end of its week.", valueName: "day")
  )
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The last day; without --from, from today.", valueName: "day"))
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
      if let week { return .week(try Self.week(week)) }
      switch (from, to) {
      case (nil, nil): return .currentWeek
      case (let from?, let to?):
        return .interval(try Self.expression(from, "--from"), try Self.expression(to, "--to"))
      case (let from?, nil): return .from(try Self.expression(from, "--from"))
      case (nil, let to?): return .until(try Self.expression(to, "--to"))
      }
    }
  }

  private static func expression(_ text: String, _ option: String) throws -> DayExpression {
    guard let expression = DayExpression(text) else {
      throw ValidationError(
        "'\(text)' is not a day that \(option) understands, such as 2026-11-21, 21/11, tomorrow, demain, monday, lun or +3"
      )
    }
    return expression
  }

  private static func week(_ text: String) throws -> WeekExpression {
    let farthest = WeekExpression.farthest
    switch WeekExpression(text) {
    case nil:
      throw ValidationError("'\(text)' is not a week that --week understands, such as 12, this, next, last, +1 or -1")
    case .number(let number)? where !(1...farthest).contains(number):
      throw ValidationError("--week must be between 1 and \(farthest)")
    case .offset(let weeks)? where abs(weeks) > farthest:
      throw ValidationError("--week must be between -\(farthest) and +\(farthest) from this week")
    case let week?: return week
    }
  }
}
