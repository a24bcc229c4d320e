import TestSupport
import Foundation
import PronoteWire
import Testing

/// A home directory of its own for some runs of the tool.
struct ToolHome: Sendable {
  /// The directory.
  let folder: String

  /// Where the accounts are without `--vault`.
  var vault: String { folder + "/state/trousse" }

  /// The environment of every run: nothing but this, and a time zone that no school is in.
  var environment: [String: String] {
    [
      "HOME": folder, "XDG_STATE_HOME": folder + "/state", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin", "NO_PROXY": "127.0.0.1",
    ]
  }

  private static let turnstile = Turnstile(4)

  /// Makes a home, hands it to `body` and removes it, whatever happens. Waits while others have theirs.
  static func with<Result>(_ body: (ToolHome) async throws -> Result) async throws -> Result {
    try await turnstile.pass { try await withFolder(body) }
  }

  private static func withFolder<Result>(_ body: (ToolHome) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trousse-home-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(ToolHome(folder: folder.path))
  }

  /// Runs the tool to its end.
  func run(
    _ arguments: [String],
    input: String = "",
    environment extra: [String: String] = [:],
    within deadline: Duration = .seconds(60)
  ) async throws -> ToolRun {
    let environment = environment.merging(extra) { _, extra in extra }
    let process = try ToolProcess(arguments, environment: environment, input: Array(input.utf8))
    return try await process.finish(within: deadline)
  }

  /// Runs the tool to its end.
  func run(_ arguments: String..., input: String = "") async throws -> ToolRun {
    try await run(arguments, input: input)
  }

  /// Runs the tool, which has to succeed, and reads the JSON that it prints.
  func json(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws -> JSONView {
    let run = try await run(arguments + ["--json"])
    try #require(run.status == 0, "\(run)", sourceLocation: sourceLocation)
    #expect(run.errors.isEmpty, "\(run)", sourceLocation: sourceLocation)
    return try run.json()
  }

  /// Runs the tool, which has to succeed, and reads the JSON that it prints.
  func json(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> JSONView {
    try await json(arguments, sourceLocation: sourceLocation)
  }

  /// Runs `trousse login` for an account of a school.
  func login(
    _ school: ServedSchool,
    as username: String = "demonstration",
    password: String = "pronotevs",
    _ more: String...
  ) async throws -> ToolRun {
    try await run(["login", school.root, "--username", username, "--password-stdin"] + more, input: password)
  }

  /// Signs in to an account, which has to succeed, and returns its id.
  @discardableResult
  func signIn(
    _ school: ServedSchool,
    as username: String = "demonstration",
    password: String = "pronotevs",
    space: String = "student",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let run = try await login(school, as: username, password: password, "--space", space)
    try #require(run.status == 0, "\(run)", sourceLocation: sourceLocation)
    return try String(#require(run.outputLines.first, sourceLocation: sourceLocation))
  }

  /// Writes a file into the home and returns its path.
  func file(_ name: String, _ content: String) throws -> String {
    let path = folder + "/" + name
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Every file and directory in the home with its permissions, by path below the home.
  func permissions() throws -> [String: Int] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        let facts = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        return (name, (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0)
      }
    )
  }
}
