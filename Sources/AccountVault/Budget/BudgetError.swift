public import Foundation

/// Why a request is not sent now.
public struct BudgetError: Error, Sendable, CustomStringConvertible {
  /// The kind of limit. An open set.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The requests in a row are used up, and the hourly rate gives them back one by one.
    public static let hourly = Code(rawValue: "budgetHourly")
    /// The requests of the day are used up.
    public static let daily = Code(rawValue: "budgetDaily")
    /// The logins of the day are used up.
    public static let logins = Code(rawValue: "budgetLogins")
    /// Too many logins failed today.
    public static let failedLogins = Code(rawValue: "budgetFailedLogins")
    /// The server, or the network, said to wait.
    public static let onHold = Code(rawValue: "budgetOnHold")
    /// It is night at the school, and the program is unattended.
    public static let quietHours = Code(rawValue: "budgetQuietHours")
    /// The school is on holiday, and the program is unattended.
    public static let holidays = Code(rawValue: "budgetHolidays")
  }

  /// The kind of limit.
  public var code: Code
  /// What happened, in one sentence for people: `20 requests in a row are used up`.
  public var message: String
  /// What becomes possible again: `the next is free`.
  public var next: String
  /// When that is.
  public var date: Date
  /// How long that takes, seen from when this was thrown.
  public var retryAfter: Duration

  /// A refusal that ends so many seconds after `now` (seconds since 1970).
  package init(_ code: Code, _ message: String, until next: String, seconds: Double, now: Double) {
    // A millisecond more, so that asking again at that time is not too early by a rounding.
    let seconds = min(max(0, seconds), 400 * 86_400) + 0.001
    self.code = code
    self.message = message
    self.next = next
    date = Date(timeIntervalSince1970: now + seconds)
    retryAfter = .milliseconds(Int((seconds * 1000).rounded(.up)))
  }

  /// The whole story with a clock time: `20 requests in a row are used up; the next is free at 14:03, in 85 s`.
  ///
  /// - Parameter zone: the zone of the reader's clock.
  public func sentence(in zone: TimeZone = .current) -> String {
    "\(message); \(next) \(ClockTime.text(of: date, after: retryAfter, in: zone))"
  }

  /// In words, with the clock time of this machine, and the code.
  public var description: String { "\(sentence()) (\(code.rawValue))" }
}
