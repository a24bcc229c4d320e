import Foundation

/// What this process used so far.
struct ProcessUsage {
  /// Time on processors, user and system, of all threads.
  let processorTime: Duration
  /// The most memory that was resident at a time.
  let peakMemoryBytes: Int

  /// The use until now.
  static var current: ProcessUsage {
    var usage = rusage()
    #if os(Linux)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      // Linux hands `ru_maxrss` on through exec, so that it may be the peak of whoever started this process.
      let peak = highWaterMark ?? Int(usage.ru_maxrss) * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      let peak = Int(usage.ru_maxrss)
    #endif
    let times = [usage.ru_utime, usage.ru_stime]
    return ProcessUsage(
      processorTime: times.reduce(.zero) { $0 + .seconds(Int($1.tv_sec)) + .microseconds(Int($1.tv_usec)) },
      peakMemoryBytes: peak
    )
  }

  /// `VmHWM` of `/proc/self/status`, which counts from exec on.
  private static var highWaterMark: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
  }
}
