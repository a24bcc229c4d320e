/// The school's calendar: when the year runs, how weeks are numbered, which weeks are A and B, which days are off.
public struct SchoolYear: Hashable, Sendable {
  /// The name of the year: `2026-2027`.
  public var name: String?

  /// The Monday that starts week 1. It may lie before the first day of school.
  public var firstMonday: LocalDate

  /// The first day of the year, when known.
  public var firstDay: LocalDate?

  /// The last day of the year, when known.
  public var lastDay: LocalDate?

  /// The fortnights ("quinzaines"): label and week numbers, such as `Q1` for the odd weeks.
  public var fortnights: [Fortnight]

  /// Public holidays and vacations. May be empty although weeks are off.
  public var holidays: [Holiday]

  /// Weekdays on which the school is open.
  public var workingDays: [Weekday]

  /// A calendar with these facts.
  public init(
    name: String?,
    firstMonday: LocalDate,
    firstDay: LocalDate?,
    lastDay: LocalDate?,
    fortnights: [Fortnight],
    holidays: [Holiday],
    workingDays: [Weekday]
  ) {
    self.name = name
    self.firstMonday = firstMonday
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.fortnights = fortnights
    self.holidays = holidays
    self.workingDays = workingDays
  }

  /// One of two alternating kinds of weeks.
  public struct Fortnight: Hashable, Sendable {
    /// The label that the school uses: `Q1`, `A`.
    public var label: String
    /// The school's week numbers.
    public var weeks: [Int]

    /// A kind of weeks.
    public init(label: String, weeks: [Int]) {
      self.label = label
      self.weeks = weeks
    }
  }

  /// The school's number of the week that holds a day: 1 for the week of ``firstMonday``, 0 and less before.
  ///
  /// Not the ISO week: it does not start again in January, and may reach 62.
  public func weekNumber(of day: LocalDate) -> Int {
    let days = day.days(since: firstMonday)
    return 1 + (days >= 0 ? days / 7 : (days - 6) / 7)
  }

  /// The Monday of a week.
  public func monday(ofWeek number: Int) -> LocalDate {
    firstMonday.adding(days: 7 * (number - 1))
  }

  /// The label of a week's fortnight (`Q1`), or nil when the school has none for it.
  public func fortnight(ofWeek number: Int) -> String? {
    fortnights.first { $0.weeks.contains(number) }?.label
  }

  /// The holiday that a day falls into.
  public func holiday(on day: LocalDate) -> Holiday? {
    holidays.first { $0.contains(day) }
  }
}
