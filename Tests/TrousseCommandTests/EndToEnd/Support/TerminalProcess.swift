import Foundation
import Synchronization
import TestProcesses
import TestSupport

/// The tool at a terminal (a pseudo-terminal), and a person who reads and types.
final class TerminalProcess: Sendable {
  /// What was waited for did not come.
  struct NotSeen: Error, CustomStringConvertible {
    let text: String
    let screen: String
    var description: String { "“\(text)” never came; the terminal shows:\n\(screen)" }
  }

  private let process = Process()
  private let terminal: Int32
  /// Everything that the terminal was sent, and how much of it was waited for.
  private let screen = Mutex((bytes: [UInt8](), seen: 0))

  /// Starts the tool.
  init(_ arguments: [String], environment: [String: String]) throws {
    var (person, tool): (Int32, Int32) = (-1, -1)
    guard openpty(&person, &tool, nil, nil, nil) == 0 else { throw CocoaError(.fileReadUnknown) }
    terminal = person
    // The person's end is not the tool's: it would keep the terminal open.
    _ = fcntl(person, F_SETFD, FD_CLOEXEC)
    let file = tool
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path(of: "trousse"))
    process.arguments = arguments
    process.environment = environment.merging(["TERM": "xterm"]) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (handle, handle, handle)
    try process.runExclusively(closing: [handle])
    // Reading must not wait: the tests have deadlines of their own.
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(terminal)
  }

  /// All that the terminal was sent.
  var text: String {
    read()
    return screen.withLock { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Waits until a text comes after everything that was waited for before.
  func wait(for text: String, within deadline: Duration = .seconds(20)) async throws {
    let end = ContinuousClock.now + deadline
    while true {
      read()
      let isThere = screen.withLock { screen in
        guard let range = screen.bytes[screen.seen...].firstRange(of: Array(text.utf8)) else { return false }
        screen.seen = range.upperBound
        return true
      }
      if isThere { return }
      guard ContinuousClock.now < end else { throw NotSeen(text: text, screen: self.text) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits for a question and types a line.
  func answer(_ question: String, with line: String) async throws {
    try await wait(for: question)
    // What is typed before the terminal stopped showing it would be seen.
    try await Task.sleep(for: .milliseconds(50))
    let bytes = Array((line + "\n").utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// Waits for the end. Returns the exit code.
  func finish(within deadline: Duration = .seconds(20)) async throws -> Int32 {
    let end = ContinuousClock.now + deadline
    while process.isRunning {
      read()
      guard ContinuousClock.now < end else { throw NotSeen(text: "the end", screen: text) }
      try await Task.sleep(for: .milliseconds(10))
    }
    return process.terminationStatus
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Foundation.read(terminal, &buffer, buffer.count)
      guard count > 0 else { return }
      screen.withLock { $0.bytes += buffer[..<count] }
    }
  }
}
