public import SchoolModel

/// When a school is open, as far as a stored account has to know: programs that nobody watches leave it alone in its
/// holidays.
public struct SchoolCalendar: Hashable, Sendable {
  /// The first day of the year, when known.
  public var firstDay: LocalDate?
  /// The last day of the year, when known.
  public var lastDay: LocalDate?
  /// The holidays, first and last day included.
  public var holidays: [ClosedRange<LocalDate>]

  /// A calendar with these days.
  public init(firstDay: LocalDate?, lastDay: LocalDate?, holidays: [ClosedRange<LocalDate>]) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.holidays = holidays
  }

  /// What matters of a school's year.
  public init(_ year: SchoolYear) {
    self.init(
      firstDay: year.firstDay,
      lastDay: year.lastDay,
      holidays: year.holidays.filter { $0.firstDay <= $0.lastDay }.map { $0.firstDay...$0.lastDay }
    )
  }

  /// Whether a day lies before the first or after the last day of the year.
  func isBetweenYears(_ day: LocalDate) -> Bool {
    firstDay.map { day < $0 } ?? false || lastDay.map { day > $0 } ?? false
  }

  /// The last day of the holiday that a day falls into; holidays that touch are one.
  func lastDayOff(from day: LocalDate) -> LocalDate? {
    guard let holiday = holidays.first(where: { $0.contains(day) }) else { return nil }
    return lastDayOff(from: holiday.upperBound.adding(days: 1)) ?? holiday.upperBound
  }
}

extension SchoolCalendar: Codable {
  private enum Key: String, CodingKey {
    case firstDay, lastDay, holidays
  }

  /// Reads days as ISO 8601 texts; one that is none is left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func day(_ key: Key) throws -> LocalDate? {
      try values.decodeIfPresent(String.self, forKey: key).flatMap { LocalDate($0) }
    }
    let spans = try values.decodeIfPresent([[String]].self, forKey: .holidays) ?? []
    self.init(
      firstDay: try day(.firstDay),
      lastDay: try day(.lastDay),
      holidays: spans.compactMap { span in
        let days = span.compactMap { LocalDate($0) }
        return days.count == 2 && days[0] <= days[1] ? days[0]...days[1] : nil
      }
    )
  }

  /// Writes days as ISO 8601 texts.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(firstDay?.description, forKey: .firstDay)
    try values.encodeIfPresent(lastDay?.description, forKey: .lastDay)
    try values.encode(holidays.map { ["\($0.lowerBound)", "\($0.upperBound)"] }, forKey: .holidays)
  }
}
