import Foundation
import TestProcesses

/// Runs another program, and ends it when it takes too long.
enum ChildProcess {
  /// What came of it.
  struct Outcome: Sendable {
    var status: Int32
    var output: Data
    var errors: String
  }

  /// The program was still running at its deadline.
  struct TookTooLong: Error, CustomStringConvertible {
    let program: String
    let errors: String
    var description: String { "\(program) was ended at its deadline; it said:\n\(errors)" }
  }

  /// Runs a program to its end.
  ///
  /// - Throws: ``TookTooLong``, or what starting it throws.
  static func run(
    _ program: String,
    _ arguments: [String],
    input: Data = Data(),
    deadline: Duration
  ) async throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trousse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, because a pipe that nobody empties stops the program.
    let files = ["input", "output", "errors"].map { folder.appendingPathComponent($0) }
    try input.write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "NO_PROXY": "127.0.0.1",
    ]
    let handles = [
      try FileHandle(forReadingFrom: files[0]), try FileHandle(forWritingTo: files[1]),
      try FileHandle(forWritingTo: files[2]),
    ]
    (process.standardInput, process.standardOutput, process.standardError) = (handles[0], handles[1], handles[2])
    try process.runExclusively(closing: handles)
    let isOver = try await wait(for: process, deadline: deadline)
    let errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    guard isOver else { throw TookTooLong(program: program, errors: errors) }
    return Outcome(status: process.terminationStatus, output: try Data(contentsOf: files[1]), errors: errors)
  }

  /// Waits for a process, and ends it at the deadline or when the test is cancelled.
  ///
  /// - Returns: whether it came to its own end.
  private static func wait(for process: Process, deadline: Duration) async throws -> Bool {
    let end = ContinuousClock.now + deadline
    while process.isRunning {
      guard ContinuousClock.now < end, !Task.isCancelled else {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return false
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return true
  }
}
