import Foundation

/// What a budget remembers: a value without any clock, which is tested with times of its own.
///
/// Times are seconds since 1970. A clock that was set back grants nothing and locks nobody out: what lies in the future
/// is taken for now.
public struct BudgetState: Codable, Sendable, Hashable {
  static let day: Double = 86_400

  /// When each request of the last day was admitted, in slots of ten minutes: a day that slides.
  private(set) var requests: [Slot] = []
  private(set) var logins: [Double] = []
  private(set) var failedLogins: [Double] = []
  private var level: Double
  private var levelTime: Double
  private(set) var nextRequest: Double = 0
  private(set) var holdUntil: Double = 0
  private(set) var holdReason: String?
  private var troubles = 0

  /// Requests that were admitted in one slot of time.
  struct Slot: Codable, Sendable, Hashable {
    var start: Double
    var count: Int
  }

  init(now: Double, limits: BudgetLimits) {
    level = limits.burst
    levelTime = now
  }

  /// The requests of the last 24 hours.
  var requestsToday: Int { requests.reduce(0) { $0 + $1.count } }

  /// Admits a request. Returns how long to wait before it is sent, in seconds.
  mutating func admitRequest(now: Double, limits: BudgetLimits) throws(BudgetError) -> Double {
    settle(now: now, limits: limits)
    try checkHold(now)
    try checkRequests(1, now: now, limits: limits)
    level -= 1
    count(now)
    let at = max(now, nextRequest)
    nextRequest = at + limits.spacing
    return at - now
  }

  /// Admits a login of so many requests, which are counted when they are sent. One that could not send them is not
  /// admitted: it would be given up halfway.
  mutating func admitLogin(of count: Int, now: Double, limits: BudgetLimits) throws(BudgetError) {
    settle(now: now, limits: limits)
    try checkHold(now)
    try checkRequests(count, now: now, limits: limits)
    if failedLogins.count >= limits.failedLoginsPerDay {
      throw refusal(.failedLogins, "\(failedLogins.count) logins failed within a day", failedLogins, now)
    }
    if logins.count >= limits.loginsPerDay {
      throw refusal(.logins, "the \(limits.loginsPerDay) logins of a day are used up", logins, now)
    }
    logins.append(now)
  }

  mutating func noteFailedLogin(now: Double) {
    failedLogins.append(now)
  }

  /// Whether so many requests are left, of the day and of the hour.
  private func checkRequests(_ count: Int, now: Double, limits: BudgetLimits) throws(BudgetError) {
    if requestsToday + count > limits.perDay {
      let wait = (requests.first?.start ?? now) + BudgetState.day + BudgetState.slot - now
      throw BudgetError(
        .daily,
        "the \(limits.perDay) requests of a day are used up",
        retryAfter: .milliseconds(Int(max(1, wait) * 1000))
      )
    }
    // A burst that is smaller than a login has to be full.
    let needed = min(Double(count), limits.burst)
    guard level >= needed else {
      let wait = (needed - level) / limits.perHour * 3600
      throw BudgetError(
        .hourly,
        "the requests of the hour are used up (\(Int(limits.perHour)) an hour)",
        retryAfter: .milliseconds(Int(wait * 1000) + 1)
      )
    }
  }

  /// Holds everything for some seconds.
  mutating func hold(_ seconds: Double, reason: String, now: Double) {
    holdUntil = max(holdUntil, now + seconds)
    holdReason = reason
  }

  /// Waits longer with each trouble in a row, from `first` seconds to `most`; `jitter` is between 0 and 1.
  mutating func noteTrouble(_ reason: String, from first: Double, to most: Double, now: Double, jitter: Double) {
    troubles = min(troubles + 1, 12)
    let seconds = min(first * Double(1 << (troubles - 1)), most)
    hold(seconds * (0.5 + jitter / 2), reason: reason, now: now)
  }

  mutating func noteSuccess() {
    troubles = 0
  }

  /// Forgets what is over, and takes nothing from the future.
  private mutating func settle(now: Double, limits: BudgetLimits) {
    if levelTime > now { levelTime = now }
    level = min(limits.burst, level + (now - levelTime) * limits.perHour / 3600)
    levelTime = now
    // No more than a burst can wait; what lies further ahead was written before the clock was set back.
    if nextRequest > now + limits.spacing * limits.burst { nextRequest = now + limits.spacing }
    holdUntil = min(holdUntil, now + BudgetState.day)
    let oldest = now - BudgetState.day
    requests = requests.map { Slot(start: min($0.start, now), count: $0.count) }
      .filter { $0.start + BudgetState.slot > oldest }
    logins = logins.map { min($0, now) }.filter { $0 > oldest }
    failedLogins = failedLogins.map { min($0, now) }.filter { $0 > oldest }
  }

  private static let slot: Double = 600

  private mutating func count(_ now: Double) {
    if let last = requests.last, now - last.start < BudgetState.slot {
      requests[requests.count - 1].count += 1
    } else {
      requests.append(Slot(start: now, count: 1))
    }
  }

  private func checkHold(_ now: Double) throws(BudgetError) {
    guard holdUntil > now else { return }
    throw BudgetError(
      .onHold,
      "on hold: \(holdReason ?? "the server said to wait")",
      retryAfter: .milliseconds(Int((holdUntil - now) * 1000) + 1)
    )
  }

  private func refusal(_ code: BudgetError.Code, _ message: String, _ times: [Double], _ now: Double) -> BudgetError {
    let wait = (times.first ?? now) + BudgetState.day - now
    return BudgetError(code, message, retryAfter: .milliseconds(Int(max(1, wait) * 1000)))
  }
}
