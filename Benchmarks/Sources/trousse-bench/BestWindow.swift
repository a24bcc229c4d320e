/// The fastest of several equal stretches of the same work, which other programs on the machine disturb least.
struct BestWindow {
  /// How many stretches are measured.
  static let windows = 7

  /// How often the work was done in each.
  let count: Int
  /// Once, in the fastest stretch.
  let nanoseconds: Double

  /// Measures `work`, which returns a number that depends on what it did, so that no compiler leaves it out.
  ///
  /// - Parameter count: how often to work in each stretch; without it a stretch lasts about a tenth of a second.
  init(count: Int?, _ work: () throws -> Int) throws {
    var size = count ?? 1
    // The first stretch warms up; without a count, also finds out how much work fills a stretch.
    var time = try BestWindow.time(size, work)
    while count == nil, time < .milliseconds(50) {
      size *= 2
      time = try BestWindow.time(size, work)
    }
    if count == nil { size = max(1, Int(Double(size) * (.milliseconds(100) / time))) }
    var best = Duration.seconds(Int32.max)
    for _ in 0..<BestWindow.windows { best = min(best, try BestWindow.time(size, work)) }
    self.count = size
    nanoseconds = best / .nanoseconds(1) / Double(size)
  }

  /// Megabytes (10⁶) a second, where the work reads so many bytes.
  func megabytesPerSecond(_ bytes: Int) -> Double {
    nanoseconds > 0 ? Double(bytes) * 1000 / nanoseconds : 0
  }

  private static func time(_ count: Int, _ work: () throws -> Int) throws -> Duration {
    let clock = ContinuousClock()
    let expected = try work()
    var isSame = true
    let time = try clock.measure {
      for _ in 0..<count { isSame = try work() == expected && isSame }
    }
    guard isSame else {
      throw BenchFailure("unexpected", step: "decode", "decoding differs from run to run", status: 70)
    }
    return time
  }
}
