import Foundation
import PronoteWire
import SchoolServer
import Testing

/// The portal of the school beside a real LemonLDAP::NG 2.21: the same walk through both, compared step by step.
@Suite(
  "the school's portal behaves like LemonLDAP::NG 2.21",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PortalWalkTests {
  /// A walk, and the settings that it needs: as arguments of `Servers/lemonldap`, and of the school.
  struct Walk: Sendable, CustomTestStringConvertible {
    let scenario: String
    let steps: Int
    var arguments: [String] = []
    var settings = PortalSettings()

    static let all: [Walk] = {
      var retrying = Walk(scenario: "retries", steps: 7, arguments: ["--retries", "1"])
      retrying.settings.retries = 1
      var slow = Walk(scenario: "expiry", steps: 2, arguments: ["--form-seconds", "2"])
      slow.settings.formSeconds = 2
      var connected = Walk(scenario: "connected", steps: 33, arguments: ["--stay-connected"])
      connected.settings.staysConnected = true
      return [Walk(scenario: "all", steps: 137), Walk(scenario: "browser", steps: 36), connected, retrying, slow]
    }()

    var testDescription: String { scenario }
  }

  /// The applications. Nobody ever goes there.
  private static let service = PortalApplication("http://127.0.0.1:9/app", level: 1)
  private static let only = PortalApplication("http://127.0.0.1:9/only", user: "dwho")
  private static let strong = PortalApplication("http://127.0.0.1:9/strong", level: 2)
  private static let lockSeconds = 2
  private static let resendSeconds = 1
  private static let freshSeconds = RealServer.lemonldap221.freshSeconds

  @Test("step by step", arguments: Walk.all)
  func same(_ walk: Walk) async throws {
    // Side by side: a walk mostly waits.
    async let theirs = throughLemonLDAP(walk)
    let ours = try await throughSchool(walk)
    let real = try await theirs
    #expect(real.count == walk.steps)
    #expect(ours.count == real.count)
    for (ours, real) in zip(ours, real) { #expect(ours == real) }
  }

  /// Runs the walk, and brings its steps, each as JSON with its names in order.
  private func steps(_ walk: Walk, portal: String, mail: JSONValue) async throws -> [String] {
    let request: JSONValue = [
      "portal": .string(portal), "service": .string(Self.service.address), "only": .string(Self.only.address),
      "strong": .string(Self.strong.address), "mail": mail, "scenario": .string(walk.scenario),
      "lock": .integer(Self.lockSeconds), "resend": .integer(Self.resendSeconds), "fresh": .integer(Self.freshSeconds),
    ]
    let outcome = try await ChildProcess.run(
      "/usr/bin/python3",
      [Judges.script("lemonldap_walk.py")],
      input: Data(request.bytes()),
      deadline: .seconds(120)
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
    let steps = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    return try steps.map { step in
      String(decoding: try JSONSerialization.data(withJSONObject: step, options: .sortedKeys), as: UTF8.self)
    }
  }

  private func throughLemonLDAP(_ walk: Walk) async throws -> [String] {
    struct Ready: Decodable {
      var portal: String
    }
    let command = try RealServer.lemonldap221.command(for: nil)
    let arguments =
      command.arguments + [
        "--second-factors", "--notices", "--lock-seconds", "\(Self.lockSeconds)", "--resend-seconds",
        "\(Self.resendSeconds)",
      ] + [Self.service, Self.only, Self.strong].flatMap { ["--service", $0.argument] } + walk.arguments
    let process = try await ServerProcess.start(command.program, arguments)
    let portal = try JSONDecoder().decode(Ready.self, from: process.firstLine).portal
    do {
      let steps = try await steps(walk, portal: portal, mail: ["file": .string(process.outputFile)])
      await process.end()
      return steps
    } catch {
      await process.end()
      throw error
    }
  }

  private func throughSchool(_ walk: Walk) async throws -> [String] {
    var school = TestSchool(version: "2026.2.5")
    school.configuration.portal = walk.settings
    school.configuration.portal.lockSeconds = Self.lockSeconds
    school.configuration.portal.resendSeconds = Self.resendSeconds
    school.configuration.portal.freshSeconds = Self.freshSeconds
    school.configuration.portal.applications = [Self.service, Self.only, Self.strong]
    return try await school.run { address in
      let portal = try #require(address.portal)
      return try await steps(walk, portal: portal, mail: ["url": .string("\(address.root)/mail.json")])
    }
  }
}
