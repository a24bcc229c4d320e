import Foundation
import TestSupport
import Testing

/// What the example site behind CAS says to configurations that cannot work.
@Suite("The example site's configuration", .timeLimit(.minutes(2)))
struct CASSiteConfigurationTests {
  private static let good = [
    "CAS_PROVIDER": "https://cas.example.com/", "SERVICE_URL": "http://localhost:5000",
    "LOGIN_URL": "http://localhost:5000/login",
  ]

  @Test(
    arguments: [
      // The values of the Flask guide.
      (["LOGIN_URL": "http://localhost:8000/login"], "is not below SERVICE_URL"),
      (["LOGIN_URL": "http://localhost:50001/login"], "is not below SERVICE_URL"),
      (["LOGIN_URL": "http://localhost:5000"], "is not below SERVICE_URL"),
      (["LOGIN_URL": "http://localhost:5000/logout"], "another page of this site"),
      (["LOGIN_URL": "http://localhost:5000/login?x=y"], "without a query"),
      (["CAS_PROVIDER": "http://cas.example.com/"], "has to be https"),
      (["SERVICE_URL": "http://app.example.com", "LOGIN_URL": ""], "has to be https"),
      (["CAS_PROVIDER": ""], "CAS_PROVIDER is not set"),
      (["SERVICE_URL": ""], "SERVICE_URL is not set"),
      (["CAS_PROTOCOL": "4"], "CAS_PROTOCOL is 1, 2, 3 or saml"),
      (["SECRET_KEY": "short"], "SECRET_KEY is shorter"),
      (["PORT": "70000"], "PORT is no number"),
    ]
  )
  func `is refused with status 64 and a line that says why`(_ change: [String: String], _ reason: String) async throws {
    let outcome = try await Self.run(Self.good.merging(change) { $1 })
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test func `is read from .env, quotes and all, and the environment wins`() async throws {
    let file =
      "# the guide's file\nCAS_PROVIDER=\"https://cas.example.com/\"\nSERVICE_URL='http://localhost:5000'\nCAS_PROTOCOL=9\n"
    let first = try await Self.run([:], file: file)
    #expect(first.errors.contains("not “9”"))
    let second = try await Self.run(["CAS_PROTOCOL": "8"], file: file)
    #expect(second.errors.contains("not “8”"))
  }

  @Test func `names the address that is in use`() async throws {
    let taken = try LoopbackPort()
    let outcome = try await Self.run(Self.good.merging(["PORT": "\(taken.number)"]) { $1 })
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("cannot listen"), "\(outcome.errors)")
    _ = consume taken
  }

  /// Starts the site in a folder of its own.
  private static func run(_ environment: [String: String], file: String = "") async throws -> ChildProcess.Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trousse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(file.utf8).write(to: folder.appendingPathComponent(".env"))
    let variables = environment.merging(["XDG_STATE_HOME": folder.path]) { $1 }.map { "\($0.key)=\($0.value)" }
    return try await ChildProcess.run(
      "/usr/bin/env",
      ["-C", folder.path] + variables + [BuiltProgram.path(of: "cas-protected-site")],
      deadline: .seconds(20)
    )
  }
}
