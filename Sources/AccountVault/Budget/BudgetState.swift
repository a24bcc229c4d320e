import Foundation

/// What a budget remembers: a value without any clock, which is tested with times of its own.
///
/// Times are seconds since 1970. A clock that was set back grants nothing and locks nobody out: what lies in the future
/// is taken for now.
struct BudgetState: Sendable, Hashable {
  static let day: Double = 86_400
  static let hour: Double = 3600
  private static let slot: Double = 600

  /// When each request of the last day was admitted, in slots of ten minutes: a day that slides.
  private(set) var requests: [Slot] = []
  private(set) var logins: [Double] = []
  private(set) var failedLogins: [Double] = []
  /// The requests of the burst that are used up, at a time. The hourly rate gives them back one by one.
  private(set) var inRow: Double = 0
  private var inRowTime: Double
  private(set) var nextSpaced: Double = 0
  private(set) var holdUntil: Double = 0
  private(set) var holdReason: String?
  private var troubles = 0

  /// Requests that were admitted in one slot of time.
  struct Slot: Codable, Sendable, Hashable {
    var start: Double
    var count: Int
  }

  init(now: Double) {
    inRowTime = now
  }

  /// The state to go on with when the stored one cannot be read: one request is left of the burst.
  static func careful(now: Double, limits: BudgetLimits) -> BudgetState {
    var state = BudgetState(now: now)
    state.inRow = limits.burst - 1
    return state
  }

  /// The requests of the last 24 hours.
  var requestsToday: Int { requests.reduce(0) { $0 + $1.count } }

  /// The requests of the last hour, to ten minutes.
  func requestsOfHour(now: Double) -> Int {
    requests.filter { $0.start + BudgetState.slot > now - BudgetState.hour }.reduce(0) { $0 + $1.count }
  }

  /// Whether everything waits.
  func isOnHold(_ now: Double) -> Bool { holdUntil > now }

  /// Admits a request. Returns how long to wait before it is sent, in seconds.
  ///
  /// - Parameter isSpaced: whether it keeps its distance to the one before, as those of unattended programs do.
  mutating func admitRequest(now: Double, limits: BudgetLimits, isSpaced: Bool) throws(BudgetError) -> Double {
    settle(now: now, limits: limits)
    try checkHold(now)
    try checkDay(1, now: now, limits: limits)
    let wait = max(0, wait(for: 1, limits: limits))
    // The burst is used up. What a short wait brings is waited for, more is not.
    if wait > limits.spacing { throw inARow(wait, now: now, limits: limits) }
    inRow += 1
    count(now)
    let at = isSpaced || wait > 0 ? max(now + wait, nextSpaced) : now
    nextSpaced = max(nextSpaced, at + limits.spacing)
    return at - now
  }

  /// Admits a login of so many requests, which are counted when they are sent. One that could not send them is not
  /// admitted: it would be given up halfway.
  mutating func admitLogin(of count: Int, now: Double, limits: BudgetLimits) throws(BudgetError) {
    settle(now: now, limits: limits)
    try checkHold(now)
    try checkDay(count, now: now, limits: limits)
    let wait = wait(for: Double(count), limits: limits)
    if wait > 0 { throw inARow(wait, now: now, limits: limits) }
    if failedLogins.count >= limits.failedLoginsPerDay {
      let said = "\(failedLogins.count) failed login\(failedLogins.count == 1 ? "" : "s") within a day"
      throw BudgetState.refusal(.failedLogins, said, "the next login", failedLogins, now)
    }
    if logins.count >= limits.loginsPerDay {
      let said = "the \(limits.loginsPerDay) logins of a day are used up"
      throw BudgetState.refusal(.logins, said, "the next", logins, now)
    }
    logins.append(now)
  }

  mutating func noteFailedLogin(now: Double) {
    failedLogins.append(now)
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
  mutating func settle(now: Double, limits: BudgetLimits) {
    inRow = max(0, inRow - max(0, now - inRowTime) * limits.perHour / BudgetState.hour)
    inRowTime = now
    // No more than a burst can wait; what lies further ahead was written before the clock was set back.
    if nextSpaced > now + limits.spacing * limits.burst { nextSpaced = now + limits.spacing }
    holdUntil = min(holdUntil, now + max(BudgetState.day, limits.hold))
    let oldest = now - BudgetState.day
    requests = requests.map { Slot(start: min($0.start, now), count: $0.count) }
      .filter { $0.start + BudgetState.slot > oldest }
    logins = logins.map { min($0, now) }.filter { $0 > oldest }
    failedLogins = failedLogins.map { min($0, now) }.filter { $0 > oldest }
  }

  private mutating func count(_ now: Double) {
    if let last = requests.last, now - last.start < BudgetState.slot {
      requests[requests.count - 1].count += 1
    } else {
      requests.append(Slot(start: now, count: 1))
    }
  }

  // MARK: - Refusals

  /// Seconds until so many requests may come in a row. A burst that is smaller than that has to be full.
  private func wait(for count: Double, limits: BudgetLimits) -> Double {
    let needed = min(count, limits.burst)
    return (needed - (limits.burst - inRow)) * BudgetState.hour / limits.perHour
  }

  private func inARow(_ wait: Double, now: Double, limits: BudgetLimits) -> BudgetError {
    let used = min(Int(inRow.rounded(.up)), Int(limits.burst))
    let said =
      inRow > limits.burst - 1
      ? "\(used) requests in a row are used up" : "\(used) of \(Int(limits.burst)) requests in a row are used up"
    let next = inRow > limits.burst - 1 ? "the next is free" : "a login is possible"
    return BudgetError(.hourly, said, until: next, seconds: wait, now: now)
  }

  private func checkDay(_ count: Int, now: Double, limits: BudgetLimits) throws(BudgetError) {
    guard requestsToday + count > limits.perDay else { return }
    let wait = (requests.first?.start ?? now) + BudgetState.day + BudgetState.slot - now
    let said = "the \(limits.perDay) requests of a day are used up"
    throw BudgetError(.daily, said, until: "the next is free", seconds: max(1, wait), now: now)
  }

  private func checkHold(_ now: Double) throws(BudgetError) {
    guard isOnHold(now) else { return }
    let said = "on hold: \(holdReason ?? "the server said to wait")"
    throw BudgetError(.onHold, said, until: "the next request is free", seconds: holdUntil - now, now: now)
  }

  private static func refusal(
    _ code: BudgetError.Code,
    _ message: String,
    _ next: String,
    _ times: [Double],
    _ now: Double
  ) -> BudgetError {
    let wait = (times.first ?? now) + BudgetState.day - now
    return BudgetError(code, message, until: "\(next) is free", seconds: max(1, wait), now: now)
  }
}

extension BudgetState: Codable {
  private enum Key: String, CodingKey {
    case requests, logins, failedLogins, inRow, inRowTime, nextSpaced, holdUntil, holdReason, troubles
  }

  /// The most requests that a slot can stand for, and the most entries of a list: more is damage.
  private static let most = 1_000_000

  /// Reads a state, and refuses one with numbers that nobody could have counted up to.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func time(_ key: Key) throws -> Double {
      let time = try values.decodeIfPresent(Double.self, forKey: key) ?? 0
      guard time.isFinite, (0...1e11).contains(time) else {
        throw DecodingError.dataCorruptedError(forKey: key, in: values, debugDescription: "not a time")
      }
      return time
    }
    requests = try values.decode([Slot].self, forKey: .requests)
    logins = try values.decode([Double].self, forKey: .logins)
    failedLogins = try values.decode([Double].self, forKey: .failedLogins)
    inRow = try time(.inRow)
    inRowTime = try time(.inRowTime)
    nextSpaced = try time(.nextSpaced)
    holdUntil = try time(.holdUntil)
    holdReason = try values.decodeIfPresent(String.self, forKey: .holdReason)
    troubles = min(max(0, try values.decodeIfPresent(Int.self, forKey: .troubles) ?? 0), 12)
    let times = requests.map(\.start) + logins + failedLogins
    guard times.count <= BudgetState.most, inRow <= Double(BudgetState.most),
      times.allSatisfy({ $0.isFinite && (0...1e11).contains($0) }),
      requests.allSatisfy({ (0...BudgetState.most).contains($0.count) })
    else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "numbers that make no sense"))
    }
  }

  /// Writes the state.
  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(requests, forKey: .requests)
    try values.encode(logins, forKey: .logins)
    try values.encode(failedLogins, forKey: .failedLogins)
    try values.encode(inRow, forKey: .inRow)
    try values.encode(inRowTime, forKey: .inRowTime)
    try values.encode(nextSpaced, forKey: .nextSpaced)
    try values.encode(holdUntil, forKey: .holdUntil)
    try values.encodeIfPresent(holdReason, forKey: .holdReason)
    try values.encode(troubles, forKey: .troubles)
  }
}
