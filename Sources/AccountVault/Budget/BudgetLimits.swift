/// How much an account, or a host, may be asked. Banned addresses stay banned for hours; these numbers do not get there.
public struct BudgetLimits: Sendable, Hashable {
  /// Seconds between two requests.
  public var spacing: Double = 1
  /// Requests in an hour, in the long run.
  public var perHour: Double = 240
  /// Requests that may come in a row, at the spacing, before the hourly rate holds.
  public var burst: Double = 20
  /// Requests in a day.
  public var perDay = 2000
  /// Logins in a day.
  public var loginsPerDay = 24
  /// Failed logins in a day.
  public var failedLoginsPerDay = 3
  /// Seconds to wait after the server suspended the address.
  public var hold: Double = 3600
  /// Seconds to wait after the server first said that there were too many requests; doubled each time in a row.
  public var rateLimitBackOff: Double = 300
  /// Seconds to wait after the first trouble of the network; doubled with each one in a row.
  public var backOff: Double = 15
  /// Whether a server on this machine is asked as carefully as a school.
  public var appliesToLoopback = false
  /// When programs that nobody watches send nothing; nil for never.
  public var quietHours: QuietHours? = .night
  /// Whether programs that nobody watches send nothing in the school's holidays.
  public var restsInHolidays = true

  /// The limits that are meant for everybody.
  public static let standard = BudgetLimits()

  /// The limits that are meant for everybody.
  public init() {}

  /// These limits, no looser than ten times the standard: they can be widened, not taken away.
  public var bounded: BudgetLimits {
    let standard = BudgetLimits.standard
    var limits = self
    limits.spacing = max(spacing, standard.spacing / 10)
    limits.perHour = min(perHour, standard.perHour * 10)
    limits.burst = min(burst, standard.burst * 10)
    limits.perDay = min(perDay, standard.perDay * 10)
    limits.loginsPerDay = min(loginsPerDay, standard.loginsPerDay * 10)
    limits.failedLoginsPerDay = min(failedLoginsPerDay, standard.failedLoginsPerDay * 3)
    limits.hold = max(hold, standard.hold / 10)
    limits.rateLimitBackOff = max(rateLimitBackOff, standard.rateLimitBackOff / 10)
    limits.backOff = max(backOff, 1)
    return limits
  }
}
