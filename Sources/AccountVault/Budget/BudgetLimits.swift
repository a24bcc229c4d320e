/// How much an account may ask of its school, and how unattended programs behave.
///
/// Banned addresses stay banned for hours; these numbers do not get there. The article <doc:RequestBudgets> says where
/// each of them comes from.
public struct BudgetLimits: Sendable, Hashable {
  /// Seconds between two requests of an unattended program.
  public var spacing: Double = 1
  /// Requests in an hour, in the long run.
  public var perHour: Double = 240
  /// Requests that may come in a row before the hourly rate holds. A person waits for nothing while they last.
  public var burst: Double = 60
  /// Requests in a day.
  public var perDay = 2000
  /// Logins in a day.
  public var loginsPerDay = 24
  /// Failed logins in a day.
  public var failedLoginsPerDay = 3
  /// How many accounts' worth of requests and logins one host is asked: a household has several.
  public var accountsPerHost = 3
  /// Seconds to wait after the server suspended the address.
  public var hold: Double = 3600
  /// Seconds to wait after the server first said that there were too many requests; doubled each time in a row.
  public var rateLimitBackOff: Double = 300
  /// Seconds to wait after the first trouble of the network; doubled with each one in a row.
  public var backOff: Double = 15
  /// Seconds without a request after which a kept session is given up, because the server has ended it by then. Schools
  /// differ; 0 keeps no sessions.
  public var sessionSilence: Double = 480
  /// Whether a server on this machine is asked as carefully as a school.
  public var appliesToLoopback = false
  /// When unattended programs send nothing; nil for never.
  public var quietHours: QuietHours? = .night
  /// Whether unattended programs send nothing in the school's holidays.
  public var restsInHolidays = true

  /// The standard limits.
  public static let standard = BudgetLimits()

  /// The standard limits.
  public init() {}

  /// These limits where they can be used, and the nearest value that can where they cannot: they can be widened
  /// tenfold, and not taken away.
  public var bounded: BudgetLimits {
    let standard = BudgetLimits.standard
    var limits = self
    limits.spacing = spacing.clamped(to: standard.spacing / 10...3600)
    limits.perHour = perHour.clamped(to: 1...standard.perHour * 10)
    limits.burst = burst.clamped(to: 1...standard.burst * 10)
    limits.perDay = perDay.clamped(to: 0...standard.perDay * 10)
    limits.loginsPerDay = loginsPerDay.clamped(to: 0...standard.loginsPerDay * 10)
    limits.failedLoginsPerDay = failedLoginsPerDay.clamped(to: 0...standard.failedLoginsPerDay * 3)
    limits.accountsPerHost = accountsPerHost.clamped(to: 1...standard.accountsPerHost * 10)
    limits.hold = hold.clamped(to: standard.hold / 10...BudgetLimits.longestPause)
    limits.rateLimitBackOff = rateLimitBackOff.clamped(to: standard.rateLimitBackOff / 10...BudgetLimits.longestPause)
    limits.backOff = backOff.clamped(to: 1...BudgetLimits.longestPause)
    limits.sessionSilence = sessionSilence.clamped(to: 0...4 * 3600)
    return limits
  }

  /// A week, in seconds: no pause is longer.
  private static let longestPause: Double = 7 * 86_400

  /// The limits of a host: those of an account, for so many accounts.
  var ofHost: BudgetLimits {
    var limits = self
    limits.burst *= Double(accountsPerHost)
    limits.perHour *= Double(accountsPerHost)
    limits.perDay *= accountsPerHost
    limits.loginsPerDay *= accountsPerHost
    limits.failedLoginsPerDay *= accountsPerHost
    return limits
  }
}

extension Comparable {
  /// The nearest value of a range; the least for what is no number.
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
    self >= range.lowerBound ? min(self, range.upperBound) : range.lowerBound
  }
}
