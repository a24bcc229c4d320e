import Foundation
import TestProcesses
import TestSupport

/// A running child process of the tool. Whoever starts one ends it: by its own end, or by its id.
final class ToolProcess: Sendable {
  /// The tool was still running at its deadline, and was ended.
  struct TookTooLong: Error, CustomStringConvertible {
    let run: ToolRun
    var description: String { "ended at its deadline: \(run)" }
  }

  /// The process ended, or took too long, before it said anything.
  struct SaidNothing: Error, CustomStringConvertible {
    let arguments: [String]
    let errors: String
    var description: String { "trousse \(arguments.joined(separator: " ")) said nothing: \(errors)" }
  }

  private let arguments: [String]
  private let process: Process
  private let folder: URL
  private let start = ContinuousClock.now

  private var outputFile: URL { folder.appendingPathComponent("output") }
  private var errorFile: URL { folder.appendingPathComponent("errors") }

  /// Starts the tool. Nothing of the tests' own environment reaches it.
  ///
  /// The tool is the child itself, without a shell or `timeout` in between: `Process` waits until no descendant is left.
  ///
  /// - Parameter errors: what standard error is in place of a file; closed here.
  init(
    program: String = "trousse",
    _ arguments: [String],
    environment: [String: String],
    input: [UInt8] = [],
    errors: FileHandle? = nil
  ) throws {
    self.arguments = arguments
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("trousse-run-\(UUID().uuidString)")
    process = Process()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Files, because a pipe that nobody empties stops the program.
    let inputFile = folder.appendingPathComponent("input")
    try Data(input).write(to: inputFile)
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path(of: program))
    process.arguments = arguments
    process.environment = environment
    let handles = [
      try FileHandle(forReadingFrom: inputFile), try FileHandle(forWritingTo: outputFile),
      try errors ?? FileHandle(forWritingTo: errorFile),
    ]
    (process.standardInput, process.standardOutput, process.standardError) = (handles[0], handles[1], handles[2])
    try process.runExclusively(closing: handles)
  }

  deinit {
    signal(SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Sends a signal to this process, and to no other.
  func signal(_ number: Int32) {
    if process.isRunning { kill(process.processIdentifier, number) }
  }

  /// Waits for the process to end; at the deadline, or when the test is cancelled, ends it.
  func finish(within deadline: Duration) async throws -> ToolRun {
    let end = ContinuousClock.now + deadline
    while process.isRunning {
      guard ContinuousClock.now < end, !Task.isCancelled else {
        signal(SIGKILL)
        process.waitUntilExit()
        throw TookTooLong(run: try run(status: nil))
      }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return try run(status: process.terminationReason == .exit ? process.terminationStatus : nil)
  }

  /// Waits for the first line on standard output.
  func firstLine(within deadline: Duration) async throws -> String {
    let end = ContinuousClock.now + deadline
    while process.isRunning, ContinuousClock.now < end {
      let output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
      if let line = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().first {
        return String(line)
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw SaidNothing(arguments: arguments, errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }

  private func run(status: Int32?) throws -> ToolRun {
    ToolRun(
      arguments: arguments,
      status: status,
      output: Array(try Data(contentsOf: outputFile)),
      errors: Array(try Data(contentsOf: errorFile)),
      duration: ContinuousClock.now - start
    )
  }
}
