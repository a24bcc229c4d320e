import Foundation
import Testing

/// What the start scripts promise: a server goes with whoever holds its standard input, and leaves nothing behind.
@Suite(
  "CAS servers that are not ours: starting and ending",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .timeLimit(.minutes(3))
)
struct RealServerTests {
  @Test("the release is the one that is named, and no process and no folder is left", arguments: RealServer.all)
  func leavesNothing(_ server: RealServer) async throws {
    let command = try server.command(for: nil)
    let process = try await ServerProcess.start(command.program, command.arguments)
    #expect(await process.isAlive)
    let line = try JSONSerialization.jsonObject(with: process.firstLine) as? [String: Any]
    let version = try #require(line?["version"] as? String)
    #expect("\(version).".hasPrefix("\(server.program.rawValue.split(separator: "-").last ?? "")."))
    let folder = try #require(try workFolder(of: process.identifier))
    #expect(await process.abandon())
    #expect(!FileManager.default.fileExists(atPath: folder))
    // The last child may still be on its way out.
    let end = ContinuousClock.now + .seconds(5)
    while await process.isAlive, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(20)) }
    #expect(await !process.isAlive)
  }

  @Test("a judge that is not there fails, with the reason that was written down", arguments: RealServer.all)
  func missing(_ server: RealServer) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trousse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let error = #expect(throws: RealServer.Missing.self) { try server.command(for: nil, in: folder.path) }
    #expect(error?.reason == "run Scripts/prepare-cas-servers")
    let note = folder.appendingPathComponent("\(server.program.rawValue).missing")
    try Data("no such package".utf8).write(to: note)
    let told = #expect(throws: RealServer.Missing.self) { try server.command(for: nil, in: folder.path) }
    #expect(told?.reason == "no such package")
  }

  /// The private folder that a server works in, which ends with the number of its process.
  private func workFolder(of identifier: Int32) throws -> String? {
    let temporary = FileManager.default.temporaryDirectory
    let names = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    return names.first { $0.hasPrefix("trousse-") && $0.hasSuffix("-\(identifier)") }
      .map { temporary.appendingPathComponent($0).path }
  }
}
