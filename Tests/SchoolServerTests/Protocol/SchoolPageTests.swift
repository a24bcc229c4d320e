import PronoteWire
import Testing
import WebSession

/// The pages of a school, in every dialect (session document 2).
@Suite struct SchoolPageTests {
  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func sessionPagesHaveTheShapeOfTheirDialect(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      let response = try await school.get("eleve.html?fd=1&login=true")
      #expect(response.status == 200)
      #expect(response.header("Content-Type") == "text/html; charset=utf-8")
      let page = response.text
      let known = try #require(ServerVersion(version))
      let isOnload = known < ServerVersion([2026, 2, 4])
      let isPlainNumber = known >= ServerVersion([2025, 1, 3])
      let hasKey = known < ServerVersion([2023, 0, 0])

      // The exact form that the older clients cut out of the page.
      let form =
        isOnload
        ? #/id="id_body"[^>]* onload="try { Start \(\{([^{}"]*)\}\) } catch \(e\) { messageErreur \(e\) } "/#
        : #/<script>[^<]*Start \(\{([^{}"]*)\}\);[^<]*catch[^<]*<\/script>/#
      let match = try #require(page.firstMatch(of: form), "\(page)")
      #expect(page.contains("onload=") == isOnload)
      #expect(page.contains("<script") == !isOnload)

      let pairs = match.1.split(separator: ",").map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
      let values = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
      #expect(values.count == pairs.count, "a key twice")
      #expect(values["h"]?.wholeMatch(of: isPlainNumber ? #/[1-9]\d*/# : #/'[1-9]\d*'/#) != nil)
      #expect(values["a"] == "3")
      #expect(values["d"] == "true")

      // Flags that are false are left out, and each family has its own, with opposite meanings.
      var expected: Set<String> = ["h", "a", "d"]
      if isPlainNumber {
        if mode.encrypt { expected.insert("CrA") }
        if mode.compress { expected.insert("CoA") }
      } else {
        if !mode.encrypt { expected.insert("sCrA") }
        if !mode.compress { expected.insert("sCoA") }
      }
      if hasKey { expected.formUnion(["MR", "ER"]) }
      #expect(Set(values.keys) == expected)
      #expect(!match.1.contains("false"))
      for flag in ["CrA", "CoA", "sCrA", "sCoA"] { #expect(values[flag] ?? "true" == "true") }

      #expect(page.contains(">PRONOTE \(version)<"))
      #expect(response.header("Server") == "PRONOTE \(version)")
    }
  }

  @Test(arguments: ["2019.2.9", "2022.0.5"]) func theOldestDialectsPublishAKeyOfTheirOwn(version: String) async throws {
    let keys = try await WireSchool.shared(version: version) { school in
      let first = try await WireClient.open(school).start
      let second = try await WireClient.open(school).start
      #expect(first.values["MR"] == second.values["MR"], "one key for a school")
      #expect(first.values["ER"] == "010001")
      #expect(first.values["MR"]?.wholeMatch(of: #/[0-9A-F]{256}/#) != nil)
      return first.publicKey
    }
    #expect(keys != nil && keys != SessionPublicKey.vendor)
  }

  @Test func everySpaceHasItsDesktopAndItsMobilePage() async throws {
    let numbers: [(String, Int, Int?)] = [
      ("direction", 16, 17), ("professeur", 1, 8), ("viescolaire", 13, 14), ("parent", 2, 7), ("accompagnant", 25, 26),
      ("eleve", 3, 6), ("entreprise", 4, 39), ("academie", 5, nil), ("inscription", 18, nil), ("tuteur", 29, 30),
    ]
    try await WireSchool.shared { school in
      for (name, desktop, mobile) in numbers {
        let client = try await WireClient.open(school, page: name + ".html")
        #expect(client.start.space == desktop)
        if let mobile {
          #expect(try await WireClient.open(school, page: "mobile.\(name).html?fd=1").start.space == mobile)
        } else {
          #expect(try await school.get("mobile.\(name).html").status == 404)
        }
      }
      #expect(try await WireClient.open(school, page: "ELEVE.html").start.space == 3)
      for page in ["nothing.html", "eleve", "eleve.htm", "mobile.html"] {
        #expect(try await school.get(page).status == 404, "\(page)")
      }
    }
  }

  @Test func everyPageIsASessionOfItsOwn() async throws {
    let sessions = try await WireSchool.shared { school in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<30 { group.addTask { try await WireClient.open(school).start.session } }
        return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
    }
    #expect(sessions.count == 30)
  }

  /// One client takes these two letters, anywhere in a page that it cannot use, for a ban.
  @Test(arguments: WireSchool.versions) func noPageHoldsTheTwoLettersOfABan(version: String) async throws {
    let names = ["direction", "professeur", "viescolaire", "parent", "accompagnant", "eleve", "entreprise", "academie"]
    try await WireSchool.shared(version: version) { school in
      for path in ["", "/"] + names.map({ $0 + ".html" }) + ["mobile.eleve.html", "infoMobileApp.json"] {
        let response = try await school.get(path)
        #expect(response.status == 200, "\(path)")
        #expect(response.body.firstRange(of: Array("IP".utf8)) == nil, "\(path)")
      }
    }
  }

  @Test(arguments: ["closed", "busy", "browser", "message", "foreign"])
  func noPageThatIsNoBanHoldsThem(fault: String) async throws {
    try await WireSchool.with(faults: ["page=\(fault)"]) { school in
      let response = try await school.get("eleve.html")
      #expect(!response.body.isEmpty)
      #expect(response.body.firstRange(of: Array("IP".utf8)) == nil)
    }
  }

  @Test func theRootListsTheSpaces() async throws {
    try await WireSchool.shared { school in
      for path in ["", "/"] {
        let page = try await school.get(path).text
        #expect(try StartBlock.find(in: page) == nil)
        for name in ["eleve.html", "parent.html", "professeur.html", "viescolaire.html"] {
          #expect(page.contains("href=\"\(name)\"") || page.contains("/\(name)\""), "\(name)")
        }
      }
    }
  }

  @Test func oldBrowsersGetAnotherPage() async throws {
    try await WireSchool.shared { school in
      for agent in ["Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)", "Mozilla/4.7 [en] (Win98; I)"] {
        let page = try await school.get("eleve.html", agent: agent).text
        #expect(ErrorPage(page: page).kind == .incompatibleBrowser, "\(agent)")
        #expect(try StartBlock.find(in: page) == nil)
        // Mobile pages accept them.
        let mobile = try await school.get("mobile.eleve.html", agent: agent + " PRONOTE Mobile APP").text
        #expect(try StartBlock.find(in: mobile) != nil)
      }
      let current = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"
      #expect(try StartBlock.find(in: await school.get("eleve.html", agent: current).text) != nil)
    }
  }
}
