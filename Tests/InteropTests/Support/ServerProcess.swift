import Foundation
import TestProcesses

/// A server that is a program of its own, and ends when this process does: one of `Servers`.
actor ServerProcess {
  /// It never said that it is ready.
  struct NotReady: Error, CustomStringConvertible {
    let program: String
    let errors: String
    var description: String { "\(program) did not start:\n\(errors)" }
  }

  /// The first line that it printed.
  let firstLine: Data
  /// The process, which leads a group of the same number.
  let identifier: Int32

  /// The file that everything goes to that it prints.
  nonisolated var outputFile: String { ServerProcess.output(in: folder).path }

  private static func output(in folder: URL) -> URL { folder.appendingPathComponent("output") }

  private let process: Process
  // Whoever holds the other end keeps the server alive.
  private let input: Pipe
  private let folder: URL

  private static let newline = UInt8(ascii: "\n")

  private init(process: Process, input: Pipe, folder: URL, firstLine: Data) {
    self.process = process
    self.input = input
    self.folder = folder
    self.firstLine = firstLine
    identifier = process.processIdentifier
  }

  /// Starts a program and waits for its first line.
  ///
  /// - Throws: ``NotReady``, or what starting it throws.
  static func start(_ program: String, _ arguments: [String], deadline: Duration = .seconds(90)) async throws
    -> ServerProcess
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trousse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let output = output(in: folder)
    let errors = folder.appendingPathComponent("errors")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    let input = Pipe()
    // No other program that is started meanwhile may hold this end, too.
    _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8",
      "NO_PROXY": "127.0.0.1", "TMPDIR": FileManager.default.temporaryDirectory.path,
    ]
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.runExclusively()
    let end = ContinuousClock.now + deadline
    while process.isRunning, ContinuousClock.now < end, !Task.isCancelled {
      if let line = try lines(of: output).first {
        return ServerProcess(process: process, input: input, folder: folder, firstLine: line)
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    kill(-process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    try? FileManager.default.removeItem(at: folder)
    throw NotReady(program: program, errors: said)
  }

  /// The lines that it printed so far, the first one included.
  func lines() throws -> [Data] {
    try ServerProcess.lines(of: folder.appendingPathComponent("output"))
  }

  /// What of a file ends with a line feed.
  private static func lines(of file: URL) throws -> [Data] {
    try Data(contentsOf: file).split(separator: newline, omittingEmptySubsequences: false).dropLast()
  }

  /// Asks the server to end, and waits until it is gone.
  func end() async {
    kill(identifier, SIGTERM)
    await waitForEnd()
  }

  /// Lets go of the server, as the end of this process would, and waits until it is gone.
  ///
  /// - Returns: whether it went by itself.
  func abandon() async -> Bool {
    try? input.fileHandleForWriting.close()
    return await waitForEnd()
  }

  @discardableResult
  private func waitForEnd() async -> Bool {
    let end = ContinuousClock.now + .seconds(15)
    while process.isRunning, ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
    let isGone = !process.isRunning
    if !isGone {
      kill(-identifier, SIGKILL)
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
    return isGone
  }

  /// Whether any process of the group is left.
  var isAlive: Bool { kill(-identifier, 0) == 0 }
}
