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
  /// Failures of the network in a row, and refusals of the server because of too many requests.
  private var troubles = 0
  private var rateLimits = 0

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

  /// Whether the network failed last.
  var hasTrouble: Bool { troubles > 0 }

  /// Whether everything waits.
  func isOnHold(_ now: Double) -> Bool { holdUntil > now }

  /// Admits a request. Returns how long to wait before it is sent, in seconds.
  ///
  /// - Parameter isSpaced: whether it keeps its distance to the one before, as those of unattended programs do.
  /// - Throws: the refusal that holds the longest.
  mutating func admitRequest(now: Double, limits: BudgetLimits, isSpaced: Bool) throws(BudgetError) -> Double {
    settle(now: now, limits: limits)
    let wait = max(0, wait(for: 1, limits: limits))
    // The burst is used up. What a short wait brings is waited for, more is not.
    let inARow = wait > limits.spacing ? inARow(1, wait, now: now, limits: limits) : nil
    try throwLongest([onHold(now), dayUsedUp(1, now: now, limits: limits), inARow])
    inRow += 1
    count(now)
    let at = isSpaced || wait > 0 ? max(now + wait, nextSpaced) : now
    nextSpaced = max(nextSpaced, at + limits.spacing)
    return at - now
  }

  /// Admits a login of so many requests, which are counted when they are sent. One that could not send them is not
  /// admitted: it would be given up halfway.
  ///
  /// - Throws: the refusal that holds the longest.
  mutating func admitLogin(of count: Int, now: Double, limits: BudgetLimits) throws(BudgetError) {
    settle(now: now, limits: limits)
    let wait = wait(for: Double(count), limits: limits)
    var refusals = [
      onHold(now), dayUsedUp(count, now: now, limits: limits),
      wait > 0 ? inARow(count, wait, now: now, limits: limits) : nil,
    ]
    if failedLogins.count >= limits.failedLoginsPerDay {
      let said = "\(BudgetState.counted(failedLogins.count, "failed login")) within a day"
      refusals.append(BudgetState.refusal(.failedLogins, said, "the next login", failedLogins, now))
    }
    if logins.count >= limits.loginsPerDay {
      let said = limits.loginsPerDay == 1 ? "the login of a day is" : "the \(limits.loginsPerDay) logins of a day are"
      refusals.append(BudgetState.refusal(.logins, said + " used up", "the next", logins, now))
    }
    try throwLongest(refusals)
    logins.append(now)
  }

  private func throwLongest(_ refusals: [BudgetError?]) throws(BudgetError) {
    if let longest = refusals.compactMap({ $0 }).max(by: { $0.date < $1.date }) { throw longest }
  }

  private static func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

  mutating func noteFailedLogin(now: Double) {
    failedLogins.append(now)
  }

  /// Holds everything for some seconds.
  mutating func hold(_ seconds: Double, reason: String, now: Double) {
    // A shorter one does not hide why the longer one holds.
    guard now + seconds > holdUntil else { return }
    holdUntil = now + seconds
    holdReason = reason
  }

  /// The network failed. The first time in a row nothing waits, so that a lost answer can be asked for again; then longer
  /// each time, from `first` seconds to `most`. `jitter` is between 0 and 1.
  mutating func noteTrouble(_ reason: String, from first: Double, to most: Double, now: Double, jitter: Double) {
    troubles = min(troubles + 1, 12)
    if troubles > 1 { pause(troubles - 1, reason, from: first, to: most, now: now, jitter: jitter) }
  }

  /// The server said that there were too many requests: waits longer each time in a row.
  mutating func noteRateLimit(_ reason: String, from first: Double, to most: Double, now: Double, jitter: Double) {
    rateLimits = min(rateLimits + 1, 12)
    pause(rateLimits, reason, from: first, to: most, now: now, jitter: jitter)
  }

  private mutating func pause(
    _ times: Int,
    _ reason: String,
    from first: Double,
    to most: Double,
    now: Double,
    jitter: Double
  ) {
    hold(min(first * Double(1 << (times - 1)), most) * (0.5 + jitter / 2), reason: reason, now: now)
  }

  /// The server answered: the next trouble of the network is the first one again.
  mutating func noteAnswer() {
    troubles = 0
  }

  /// A login came to its end: the server has enough of nothing.
  mutating func noteSuccess() {
    troubles = 0
    rateLimits = 0
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

  private func inARow(_ count: Int, _ wait: Double, now: Double, limits: BudgetLimits) -> BudgetError {
    let burst = Int(limits.burst)
    let isUsedUp = inRow > limits.burst - 1
    let used = isUsedUp ? burst : min(Int(inRow.rounded(.up)), burst)
    let said = isUsedUp ? BudgetState.counted(burst, "request") : "\(used) of \(BudgetState.counted(burst, "request"))"
    return BudgetError(
      .hourly,
      "\(said) in a row \(used == 1 ? "is" : "are") used up",
      until: count == 1 ? "the next is free" : "a login is possible",
      seconds: wait,
      now: now
    )
  }

  private func dayUsedUp(_ count: Int, now: Double, limits: BudgetLimits) -> BudgetError? {
    guard requestsToday + count > limits.perDay else { return nil }
    let wait = (requests.first?.start ?? now) + BudgetState.day + BudgetState.slot - now
    let said = "the \(BudgetState.counted(limits.perDay, "request")) of a day are used up"
    return BudgetError(.daily, said, until: "the next is free", seconds: max(1, wait), now: now)
  }

  private func onHold(_ now: Double) -> BudgetError? {
    guard isOnHold(now) else { return nil }
    let said = "on hold: \(holdReason ?? "the server said to wait")"
    return BudgetError(.onHold, said, until: "the next request is free", seconds: holdUntil - now, now: now)
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
  /// The most requests that a slot can stand for, and the most entries of a list: more is damage.
  private static let most = 1_000_000

  /// Reads a state, and refuses one with numbers that are out of range.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func time(_ key: CodingKeys) throws -> Double {
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
    func times(_ key: CodingKeys) throws -> Int {
      min(max(0, try values.decodeIfPresent(Int.self, forKey: key) ?? 0), 12)
    }
    troubles = try times(.troubles)
    rateLimits = try times(.rateLimits)
    let moments = requests.map(\.start) + logins + failedLogins
    guard moments.count <= BudgetState.most, inRow <= Double(BudgetState.most),
      moments.allSatisfy({ $0.isFinite && (0...1e11).contains($0) }),
      requests.allSatisfy({ (0...BudgetState.most).contains($0.count) })
    else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "numbers that make no sense"))
    }
  }
}
