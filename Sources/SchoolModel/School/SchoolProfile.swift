public import Foundation

/// What a school says about itself: name, address, server version, calendar and grading periods.
public struct SchoolProfile: Sendable, Hashable {
  /// The school's name.
  public var name: String
  /// The version of its PRONOTE server: `2026.2.5`.
  public var version: String
  /// Postal address and web site, one line each, as far as published.
  public var address: [String]
  /// The school's web site.
  public var website: String?
  /// The time zone that the school's wall clock follows.
  public var timeZone: TimeZone
  /// The calendar.
  public var year: SchoolYear
  /// The grading periods of the year.
  public var periods: [GradingPeriod]

  /// A profile with these facts.
  public init(
    name: String,
    version: String,
    address: [String],
    website: String?,
    timeZone: TimeZone,
    year: SchoolYear,
    periods: [GradingPeriod]
  ) {
    self.name = name
    self.version = version
    self.address = address
    self.website = website
    self.timeZone = timeZone
    self.year = year
    self.periods = periods
  }
}
