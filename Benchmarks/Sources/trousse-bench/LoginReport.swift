import Foundation
import PronoteWire

/// What a number of logins cost.
struct LoginReport: Sendable {
  /// How many were asked for.
  let count: Int
  let concurrency: Int
  var failures = 0
  var firstFailure: BenchFailure?
  /// The wall time of each login and week that succeeded.
  var times: [Duration] = []
  /// All lessons that were read.
  var lessons = 0
  /// The wall time of all of it.
  var elapsed = Duration.zero
  /// User and system time of the process meanwhile.
  var processorTime = Duration.zero
  var requests = 0
  var peakMemoryBytes = 0

  init(count: Int, concurrency: Int) {
    self.count = count
    self.concurrency = concurrency
  }

  private var attempts: Int { max(1, times.count + failures) }

  /// Seconds of processor time, failed logins counted like others.
  var processorSecondsPerLogin: Double { processorTime / .seconds(1) / Double(attempts) }
  var requestsPerLogin: Double { Double(requests) / Double(attempts) }
  var loginsPerSecond: Double { elapsed > .zero ? Double(times.count) / (elapsed / .seconds(1)) : 0 }

  /// The wall time that a part of the logins stayed within (nearest rank), in seconds; nil when none succeeded.
  func wallSeconds(_ part: Double) -> Double? {
    guard !times.isEmpty else { return nil }
    let rank = Int((part * Double(times.count)).rounded(.up))
    return times.sorted()[min(max(rank, 1), times.count) - 1] / .seconds(1)
  }

  private static let parts: [(name: String, part: Double)] = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)]

  /// The report with stable keys; times in seconds.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("count", .integer(count)),
      .init("concurrency", .integer(concurrency)),
      .init("failures", .integer(failures)),
      .init("requestsPerLogin", .decimal(requestsPerLogin)),
      .init("cpuSecondsPerLogin", .decimal(processorSecondsPerLogin)),
      .init("wallSeconds", .object(LoginReport.parts.map { .init($0.name, .decimal(wallSeconds($0.part))) })),
      .init("loginsPerSecond", .decimal(loginsPerSecond)),
      .init("peakMemoryBytes", .integer(peakMemoryBytes)),
    ]
    if let firstFailure { members.append(firstFailure.json) }
    return .object(members)
  }

  /// The report for people.
  var table: String {
    let milliseconds = { (seconds: Double?) in seconds.map { String(format: "%.3f ms", $0 * 1000) } ?? "-" }
    let rows =
      [
        ("logins and weeks", "\(times.count)"),
        ("at a time", "\(concurrency)"),
        ("failures", "\(failures)"),
        ("lessons per week", String(format: "%g", Double(lessons) / Double(max(1, times.count)))),
        ("requests per login", String(format: "%g", requestsPerLogin)),
        ("CPU per login", milliseconds(processorSecondsPerLogin)),
      ]
      + LoginReport.parts.map { ("wall \($0.name)", milliseconds(wallSeconds($0.part))) }
      + [
        ("logins per second", String(format: "%.1f", loginsPerSecond)),
        ("peak memory", String(format: "%.1f MB", Double(peakMemoryBytes) / 1e6)),
      ]
    return rows.map { name, value in
      name.padding(toLength: 20, withPad: " ", startingAt: 0)
        + String(repeating: " ", count: max(0, 14 - value.count)) + value
    }.joined(separator: "\n")
  }
}
