import TestSupport
import Foundation
import PronoteWire
import Testing

/// A school that `trousse school serve` runs in a child process of its own.
struct ServedSchool: Sendable {
  /// The line that it printed first.
  let announcement: JSONView

  /// Its address, as people would paste it.
  let root: String

  fileprivate let process: ToolProcess

  /// The school of the suite that runs.
  @TaskLocal static var current: ServedSchool?

  /// The school of the suite that runs; its suite has the trait ``Testing/Trait/school(_:)``.
  static func ofSuite() throws -> ServedSchool { try #require(current) }

  private static let turnstile = Turnstile(4)

  /// Serves a school with the tests' content while something is done with it, and ends it, whatever happens. Waits
  /// while others do the same.
  static func with<Result: Sendable>(
    _ arguments: [String] = [],
    content: String? = nil,
    _ body: (ServedSchool) async throws -> Result
  ) async throws -> Result {
    try await turnstile.pass { try await serve(arguments, content: content, body) }
  }

  /// The same without waiting.
  fileprivate static func serve<Result: Sendable>(
    _ arguments: [String],
    content: String? = nil,
    _ body: (ServedSchool) async throws -> Result
  ) async throws -> Result {
    let content = try content ?? SchoolFiles.copy()
    defer { SchoolFiles.remove(content) }
    let school = try await start(["--data", content] + arguments)
    do {
      let result = try await body(school)
      _ = try await school.stop()
      return result
    } catch {
      _ = try? await school.stop()
      throw error
    }
  }

  /// Starts a school and waits until it can be reached.
  ///
  /// - Parameter errors: what standard error is in place of a file; closed here.
  static func start(_ arguments: [String], errors: FileHandle? = nil) async throws -> ServedSchool {
    let process = try ToolProcess(
      ["school", "serve"] + arguments,
      environment: ["HOME": "/nonexistent", "TZ": "UTC"],
      errors: errors
    )
    let announcement = try JSONDocument(Array(await process.firstLine(within: .seconds(60)).utf8)).root
    return ServedSchool(
      announcement: announcement,
      root: try #require(announcement["pronote"]?.string),
      process: process
    )
  }

  /// Asks the school to end, as a shell or a service manager would, and waits until it has.
  func stop(with signal: Int32 = SIGTERM) async throws -> ToolRun {
    process.signal(signal)
    return try await process.finish(within: .seconds(60))
  }
}

/// Serves one school for all tests of a suite.
struct ServedSchoolTrait: SuiteTrait, TestScoping {
  let arguments: [String]

  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    try await ServedSchool.serve(arguments) { school in
      try await ServedSchool.$current.withValue(school) { try await function() }
    }
  }
}

extension Trait where Self == ServedSchoolTrait {
  /// One school, served by the tool itself, for all tests of a suite; ``ServedSchool/ofSuite()`` is it.
  static func school(_ arguments: String...) -> Self { ServedSchoolTrait(arguments: arguments) }
}
