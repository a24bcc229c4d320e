import AccountVault
import Foundation
import Pronote
import WebSession
import WebTransport

/// The victim of the kill tests (`Tests/AccountVictim`): a process that uses a stored account, and what it left behind.
struct Victim {
  /// Every point that a login without trouble comes to, in their order: its requests, and the stages of the three
  /// steps of the journal.
  static let points: [String] = {
    let stages = ["created", "begun", "written", "synchronized", "renamed", "done"]
    func step(_ name: String) -> [String] { stages.map { "\(name).\($0)" } }
    func request(_ number: Int) -> [String] { ["request\(number).before", "request\(number).after"] }
    return step("begin") + (1...4).flatMap(request) + step("rotate") + request(5) + step("finish") + request(6)
      + request(7)
  }()

  /// The points between which the only copy of the next token is on its way: the server has it, the disk has not.
  static let window: [String] = {
    let first = points.firstIndex(of: "request4.after") ?? 0
    let last = points.firstIndex(of: "rotate.synchronized") ?? 0
    return Array(points[first...last]) + ["request4.failed"]
  }()

  /// What a victim does with the account, again and again.
  enum Way: String, Sendable {
    /// Signs in, reads and signs out.
    case signsIn = "signs-in"
    /// Goes on in what is kept, and reads.
    case goesOn = "goes-on"
    /// Opens the account once, and reads.
    case stays
  }

  let home: ToolHome
  let account: String
  let traceFile: String

  init(of account: String, in home: ToolHome, trace: String = "trace") {
    self.home = home
    self.account = account
    traceFile = "\(home.folder)/\(trace)"
  }

  /// Starts it for so many rounds. It kills itself at a point, if one is given.
  func start(_ way: Way = .signsIn, rounds: Int, dyingAt point: String? = nil) throws -> ToolProcess {
    try? FileManager.default.removeItem(atPath: traceFile)
    return try ToolProcess(
      program: "account-victim",
      [way.rawValue, home.vault, account, "\(rounds)", traceFile] + (point.map { [$0] } ?? []),
      environment: home.environment
    )
  }

  /// The points that it came to.
  var trace: [String] {
    let bytes = (try? Data(contentsOf: URL(fileURLWithPath: traceFile))) ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
