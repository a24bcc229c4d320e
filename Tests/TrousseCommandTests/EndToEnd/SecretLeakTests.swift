import TestSupport
import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// Everything that the tool writes anywhere, searched for what must not be there.
@Suite struct `Secrets stay where they belong` {
  /// A password that nothing else could contain, beyond ASCII and with characters that encodings change.
  private static let password = "Zq7+Marqué/é&=%20"

  private static let faults = [
    "none", "html=PageEmploiDuTemps", "truncate=DernieresNotes", "garble=PageCahierDeTexte",
    "wrong-order=DernieresNotes",
    "expire-after=4", "drop-reply=PageEmploiDuTemps:1", "stall=PageCahierDeTexte", "rate-limit=1", "page=message",
  ]

  @Test(arguments: faults, [[], ["--encrypt", "--compress"]])
  func `under --verbose and whatever goes wrong`(fault: String, mode: [String]) async throws {
    let content = try SchoolFiles.copy()
    try setPassword(in: content)
    let faulty = fault == "none" ? [] : ["--fault", fault]
    try await ServedSchool.with(mode + faulty, content: content) { school in
      try await ToolHome.with { home in
        let file = try home.file("password", Self.password)
        var runs: [ToolRun] = []
        let login = ["login", school.root, "--username", "demonstration", "--verbose", "--json"]
        runs.append(try await home.run(login + ["--password-file", file]))
        try FileManager.default.removeItem(atPath: file)
        // Refused: the password is wrong by one letter.
        runs.append(try await home.run(login + ["--password-stdin"], input: Self.password + "x"))
        for command in ["accounts", "timetable", "grades", "averages", "homework", "school"] {
          runs.append(try await home.run([command, "--verbose", "--deadline", "1"]))
        }
        runs.append(try await home.run(["timetable", "--verbose", "--json", "--deadline", "1"]))
        runs.append(try await home.run(["probe", school.root, "--verbose"]))
        if fault == "none" { #expect(runs.filter { $0.status == 0 }.count == runs.count - 1) }
        #expect(runs.contains { $0.errorText.contains("trousse: GET 127.0.0.1/pronote/mobile.eleve.html: 200") })
        for run in runs { expectNoSecret(in: run) }
        try expectSecretOnlyInTheVault(home)
      }
    }
  }

  private func setPassword(in content: String) throws {
    let database = try SchoolDatabase.open(at: content, today: SchoolContent.today)
    let account = try #require(try database.account(login: "demonstration", space: .student))
    try database.setPassword(account: account.key, to: Self.password)
  }

  /// The forms in which a password or a key made of it could turn up.
  private static let forms: [[UInt8]] = {
    let bytes = Array(password.utf8)
    let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
    let base64 = Data(bytes).base64EncodedString()
    let proof = UserKey.proof(salt: "", password: password)
    let percent = password.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    let texts = [
      password, Hex.encode(bytes), Hex.encode(bytes, uppercase: true),
      base64.trimmingCharacters(in: ["="]),
      base64.replacing("+", with: "-").replacing("/", with: "_").trimmingCharacters(in: ["="]),
      percent, percent.lowercased(), String(decoding: proof, as: UTF8.self),
      String(decoding: proof, as: UTF8.self).lowercased(),
      // Without an accent a part of it is still a part of it.
      "Zq7+Marqu", "Zq7%2BMarqu",
      String(decoding: JSONValue.string(password).bytes(asciiOnly: true).dropFirst().dropLast(), as: UTF8.self),
    ]
    let key = UserKey.direct(login: "demonstration", password: password, salt: "")
    return texts.map { Array($0.utf8) }
      + [
        Array(Hex.encode(key).utf8), Array(Hex.encode(key, uppercase: true).utf8),
        Array(Data(key).base64EncodedString().utf8),
      ]
  }()

  private func expectNoSecret(in run: ToolRun) {
    for bytes in [run.output, run.errors] {
      for form in Self.forms where bytes.firstRange(of: form) != nil {
        Issue.record(
          "\(String(decoding: form, as: UTF8.self)) came out of trousse \(run.arguments.joined(separator: " "))"
        )
      }
    }
    // Order numbers, ids, challenges and keys are long runs of hexadecimal digits; session numbers have seven digits.
    #expect(run.errorText.firstMatch(of: #/[0-9A-Fa-f]{16,}/#) == nil, "\(run.errorText)")
    #expect(run.errorText.firstMatch(of: #/[0-9]{7,}/#) == nil, "\(run.errorText)")
    #expect(run.outputText.firstMatch(of: #/[0-9A-Fa-f]{24,}/#) == nil, "\(run.outputText)")
    #expect(run.errorText.firstMatch(of: #/appelfonction\/\d/#) == nil, "\(run.errorText)")
    // Query strings, and ids of the wire (a number, a hash sign and 43 characters).
    for text in ["fd=1", "login=true", "0D264427", "Session=", "?id="] {
      #expect(!run.errorText.contains(text) && !run.outputText.contains(text), "\(text): \(run)")
    }
    #expect((run.errorText + run.outputText).firstMatch(of: #/\d+#[A-Za-z0-9_\-]{20,}/#) == nil, "\(run)")
  }

  private func expectSecretOnlyInTheVault(_ home: ToolHome) throws {
    for (name, permissions) in try home.permissions() {
      let bytes = Array(name.utf8)
      #expect(!Self.forms.contains { bytes.firstRange(of: $0) != nil }, "\(name)")
      #expect(!name.contains("demonstration") && !name.contains("PARENT"), "\(name)")
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: home.folder + "/" + name, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        #expect(permissions == 0o700, "\(name)")
      } else {
        #expect(permissions == 0o600, "\(name)")
        let places = #/state\/trousse\/((accounts|sessions)\/[a-z0-9]{8}\.json|locks\/(q-)?n-[a-z0-9]{8})/#
        #expect(name.wholeMatch(of: places) != nil, "\(name)")
        // The password is nowhere: the school gave a token for it.
        let content = try Data(contentsOf: URL(fileURLWithPath: home.folder + "/" + name))
        for bytes in [Array(content)] + KeptSecrets.parts(ofSession: content) {
          #expect(!Self.forms.contains { bytes.firstRange(of: $0) != nil }, "\(name)")
        }
      }
    }
  }

  @Test func `a token is stored in the place of the password, and gone with the account`() async throws {
    let content = try SchoolFiles.copy()
    try setPassword(in: content)
    try await ServedSchool.with(content: content) { school in
      try await ToolHome.with { home in
        let id = try await home.signIn(school, password: Self.password)
        let file = "\(home.vault)/accounts/\(id).json"
        let stored = try JSONDocument(Array(Data(contentsOf: URL(fileURLWithPath: file)))).root
        let token = try #require(stored["token"]?.string)
        #expect(token.utf8.count == 64)
        let runs = [
          try await home.run(["accounts", "--json"]), try await home.run(["accounts"]),
          try await home.run(["timetable", "--fresh", "--verbose", "--json"]),
          try await home.run(["accounts", "--budget"]),
        ]
        let next = try #require(
          try JSONDocument(Array(Data(contentsOf: URL(fileURLWithPath: file)))).root["token"]?.string
        )
        #expect(next != token)
        for run in runs {
          #expect(run.status == 0, "\(run)")
          for secret in [token, next] { #expect(!(run.outputText + run.errorText).contains(secret)) }
        }
        #expect(try await home.run("logout", id).status == 0)
        let files = try home.permissions().keys.filter { $0.hasSuffix(".json") }
        #expect(files.isEmpty)
      }
    }
  }
}
