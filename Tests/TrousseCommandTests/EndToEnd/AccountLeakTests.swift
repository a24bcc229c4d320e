import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import TestSupport
import Testing

/// Pairing codes, tokens, PINs and the second factor: everything that the tool writes, searched for them.
@Suite(.timeLimit(.minutes(5))) struct `Secrets of an account that lasts` {
  private static let password = "Zq7+Marqué/é&=%20"
  /// Long enough not to turn up by chance.
  private static let accountPIN = "90417386"
  private static let wrongPIN = "73918264"
  private static let deviceName = "Appareil de test"

  /// What must not come out. Grows with every token that is found in a store.
  private final class Marks {
    var texts: Set<String> = [password, "Zq7+Marqu", accountPIN, wrongPIN]

    /// Takes the tokens and the device of every stored account.
    func collect(_ home: ToolHome) throws {
      let folder = home.vault + "/accounts"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".json") {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
        let account = try JSONDocument(bytes).root
        for key in ["token", "previousToken", "device", "browserIdentity"] {
          if let text = account.member(key)?.string, !text.isEmpty { texts.insert(text) }
        }
      }
      // The session that goes on between commands: its keys, and whatever else opens it.
      let sessions = home.vault + "/sessions"
      for name in try FileManager.default.contentsOfDirectory(atPath: sessions) where name.hasSuffix(".json") {
        let kept = KeptSecrets.texts(ofSession: try Data(contentsOf: URL(fileURLWithPath: "\(sessions)/\(name)")))
        #expect(kept.count >= 2, "a key and a seed")
        texts.formUnion(kept)
      }
    }

    /// What of these is in a text, in any form in which it could turn up.
    func found(in bytes: [UInt8]) -> [String] {
      texts.filter { text in
        let raw = Array(text.utf8)
        let forms = [
          raw, Array(Hex.encode(raw).utf8), Array(Hex.encode(raw, uppercase: true).utf8),
          Array(Data(raw).base64EncodedString().trimmingCharacters(in: ["="]).utf8), Array(text.lowercased().utf8),
        ]
        return forms.contains { bytes.firstRange(of: $0) != nil }
      }
    }
  }

  /// Every run, and what came out of it. `reveals` says that standard output is the secret that was asked for.
  private final class Runs {
    let marks: Marks
    private var all: [(run: ToolRun, reveals: Bool)] = []

    init(_ marks: Marks) { self.marks = marks }

    @discardableResult
    func add(_ run: ToolRun, expecting status: Int32, reveals: Bool = false) -> ToolRun {
      #expect(run.status == status, "\(run)")
      all.append((run, reveals))
      return run
    }

    func expectNoSecret() {
      for (run, reveals) in all {
        let streams = reveals ? [run.errors] : [run.output, run.errors]
        for bytes in streams {
          let found = marks.found(in: bytes)
          #expect(found.isEmpty, "\(found) came out of \(run)")
          let text = String(decoding: bytes, as: UTF8.self)
          // The four digits of a code are short: nothing but a word of its own counts.
          #expect(text.firstMatch(of: #/(^|\D)7193(\D|$)/#) == nil, "\(run)")
        }
        #expect(run.errorText.firstMatch(of: #/[0-9A-Fa-f]{16,}/#) == nil, "\(run.errorText)")
      }
    }
  }

  @Test(arguments: [["--version", "2026.2.5"], ["--version", "2024.3.9", "--encrypt", "--compress"]])
  func `pairing, second factor, rotation and failure`(mode: [String]) async throws {
    let content = try SchoolFiles.copy()
    let database = try SchoolDatabase.open(at: content, today: SchoolContent.today)
    let account = try #require(try database.account(login: "pin", space: .student))
    try database.setPassword(account: account.key, to: Self.password)
    try database.setPIN(account: account.key, to: Self.accountPIN)
    defer { SchoolFiles.remove(content) }
    try await ToolHome.with { home in
      let runs = Runs(Marks())
      let school = try await ServedSchool.start(["--data", content, "--verbose"] + mode)
      do {
        let text = try await Self.firstDevice(school, home, runs)
        try await Self.secondDevice(text, home, runs)
        try await Self.failures(home, runs)
      } catch {
        _ = try? await school.stop()
        throw error
      }
      // The school announces its invented passwords; its log is nobody's place for secrets.
      runs.add(try await school.stop(), expecting: 0, reveals: true)
      runs.expectNoSecret()
      try Self.expectNothingElseOnDisk(home)
    }
  }

  /// Pairs with the password, uses the account, and makes a code.
  private static func firstDevice(_ school: ServedSchool, _ home: ToolHome, _ runs: Runs) async throws -> String {
    let login = ["login", school.root, "--username", "pin", "--password-stdin", "--verbose", "--json"]
    let wrong = try home.file("wrong", wrongPIN)
    let right = try home.file("right", accountPIN)
    runs.add(try await home.run(login, input: password), expecting: 78)
    runs.add(
      try await home.run(login + ["--pin-file", wrong, "--device-name", deviceName], input: password),
      expecting: 77
    )
    runs.add(
      try await home.run(login + ["--pin-file", right, "--device-name", deviceName], input: password),
      expecting: 0
    )
    for file in [wrong, right] { try FileManager.default.removeItem(atPath: file) }
    try runs.marks.collect(home)
    for command in [
      ["timetable"], ["timetable", "--json"], ["homework"], ["timetable", "--fresh"], ["accounts"],
      ["accounts", "--json"],
      ["accounts", "--budget", "--json"],
    ] {
      runs.add(try await home.run(command + ["--verbose"]), expecting: 0)
      try runs.marks.collect(home)
    }
    let pin = try home.file("code-pin", "7193")
    let picture = home.folder + "/code.png"
    let made = runs.add(
      try await home.run(["qr", "make", "--qr-pin-file", pin, "--png", picture, "--json", "--verbose"]),
      expecting: 0,
      reveals: true
    )
    try runs.marks.collect(home)
    let code = try made.json()
    for key in ["jeton", "login"] { runs.marks.texts.insert(try #require(code.member(key)?.string)) }
    let read = ["qr", "read", picture, "--json", "--verbose", "--pin"]
    let opened = runs.add(try await home.run(read + ["7193"]), expecting: 0, reveals: true)
    runs.marks.texts.insert(try #require(try opened.json()["token"]?.string))
    runs.add(try await home.run(read + ["7194"]), expecting: 77, reveals: true)
    try FileManager.default.removeItem(atPath: picture)
    try FileManager.default.removeItem(atPath: pin)
    return made.outputText
  }

  /// Pairs another device with the code, which has the factor asked at its second login.
  private static func secondDevice(_ code: String, _ home: ToolHome, _ runs: Runs) async throws {
    let other = ["--vault", home.folder + "/other", "--verbose"]
    let login = ["login", "--qr-json", "-", "--json", "--qr-pin"]
    runs.add(try await home.run(login + ["7194"] + other, input: code), expecting: 77)
    runs.add(try await home.run(login + ["7193"] + other, input: code), expecting: 0)
    runs.add(try await home.run(login + ["7193"] + other, input: code), expecting: 77)
    runs.add(try await home.run(["timetable", "--json"] + other), expecting: 0)
    runs.add(try await home.run(["timetable", "--fresh", "--json"] + other), expecting: 78)
    runs.add(try await home.run(["accounts"] + other), expecting: 0)
  }

  /// A store that was put back: its token is dead.
  private static func failures(_ home: ToolHome, _ runs: Runs) async throws {
    let folder = home.vault + "/accounts"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let old = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    #expect(!runs.marks.found(in: Array(old)).isEmpty, "the search finds what is there")
    runs.add(try await home.run("timetable", "--fresh", "--verbose"), expecting: 0)
    try runs.marks.collect(home)
    runs.add(try await home.run("logout", "--session", "--verbose"), expecting: 0)
    try old.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    runs.add(try await home.run("timetable", "--verbose", "--json"), expecting: 78)
    runs.add(try await home.run("timetable", "--verbose"), expecting: 78)
    runs.add(try await home.run("accounts", "--json"), expecting: 0)
  }

  /// PINs and passwords are in no file, and tokens in no file but the accounts'.
  private static func expectNothingElseOnDisk(_ home: ToolHome) throws {
    for name in try home.permissions().keys {
      let path = home.folder + "/" + name
      guard let bytes = FileManager.default.contents(atPath: path).map(Array.init) else { continue }
      for bytes in [bytes] + KeptSecrets.parts(ofSession: Data(bytes)) {
        for secret in [password, accountPIN, wrongPIN, "7193"] where secret != "7193" || !name.hasSuffix(".json") {
          #expect(bytes.firstRange(of: Array(secret.utf8)) == nil, "\(name)")
        }
      }
    }
  }
}
