public import Foundation
import SchoolModel

extension StoredAccount {
  /// How often a program may look, between two school years, whether the new one has begun: once a week.
  private static let daysBetweenLooks = 7
  /// How long such a look may last, in seconds: the requests that follow its login are a part of it.
  private static let lengthOfLook: Double = 900

  /// Why an unattended program should leave the school alone now; nil when it may ask.
  ///
  /// By the school's clock and by the calendar that the last login brought. Between two years one login a week is
  /// allowed, because nothing else brings the calendar of the new one.
  public func rest(at instant: Date, limits: BudgetLimits) -> BudgetError? {
    let zone = TimeZone(identifier: details.timeZone) ?? .gmt
    let now = LocalDateTime(instant, in: zone)
    func rest(_ code: BudgetError.Code, _ message: String, until end: LocalDateTime) -> BudgetError {
      .rest(code, message, at: instant, until: end, in: zone)
    }
    if let night = limits.night(at: instant, in: zone) { return night }
    guard limits.restsInHolidays, let calendar = details.calendar else { return nil }
    let morning = limits.quietHours?.end ?? .midnight
    if let last = calendar.lastDayOff(from: now.date) {
      return rest(
        .holidays,
        "the school is on holiday until \(last), and this program is unattended",
        until: last.adding(days: 1).at(morning)
      )
    }
    guard calendar.isBetweenYears(now.date), let success = journal.lastSuccess else { return nil }
    let next = LocalDateTime(success, in: zone).date.adding(days: StoredAccount.daysBetweenLooks)
    let isLooking = (0..<StoredAccount.lengthOfLook).contains(instant.timeIntervalSince(success))
    guard now.date < next, !isLooking else { return nil }
    return rest(
      .holidays,
      "the school year is over or has not begun, and this program is unattended",
      until: next.at(morning)
    )
  }
}

extension BudgetLimits {
  /// Why an unattended program sends nothing to a school in this zone now; nil by day.
  func night(at instant: Date, in zone: TimeZone) -> BudgetError? {
    guard let end = quietHours?.end(after: LocalDateTime(instant, in: zone)) else { return nil }
    let message = "it is night at the school (quiet hours), and this program is unattended"
    return .rest(.quietHours, message, at: instant, until: end, in: zone)
  }
}

extension BudgetError {
  /// A rest that is over when the school's clock shows a certain time.
  fileprivate static func rest(
    _ code: Code,
    _ message: String,
    at instant: Date,
    until end: LocalDateTime,
    in zone: TimeZone
  ) -> BudgetError {
    BudgetError(
      code,
      message,
      until: "it is over",
      seconds: end.instant(in: zone).timeIntervalSince(instant),
      now: instant.timeIntervalSince1970
    )
  }
}
