import PronoteWire
import Testing

/// Session document 1.3 and 2.4: what a page says about the session and the version.
@Suite struct `A page of a space` {
  @Test(arguments: [
    ("<p>PRONOTE 2025.2.6</p>", "2025.2.6"), ("> PRONOTE  2026.2.5.7 -", "2026.2.5.7"),
    ("PRONOTE&nbsp;2022.0.5<", "2022.0.5"), ("PRONOTE\u{a0}2020.0.2.5", "2020.0.2.5"),
    ("PRONOTE 2025.2.6.", "2025.2.6"),
    ("PRONOTE 2024.3.10 - (EDT)", "2024.3.10"), ("PRONOTE Mobile, PRONOTE 2023.1.0", "2023.1.0"),
    ("PRONOTE PRONOTE 2024.1", "2024.1"),
  ])
  func `names the version`(text: String, version: String) {
    #expect(SessionPage.version(in: text)?.description == version)
  }

  @Test(arguments: [
    "", "PRONOTE", "PRONOTE ", "PRONOTE 2025", "PRONOTE2025.2.6", "PRONOTE Mobile APP Version/2.0.11", "PRONOTE 1.2.3",
    "Pronote 2025.2.6", "PRONOTE v2025.2.6", "PRONOTE 2025..6", "PRONOTE 99999999999999999999.1",
  ])
  func `may name none`(text: String) {
    #expect(SessionPage.version(in: text) == nil)
  }

  @Test func `is read as a session`() throws {
    let page = try SessionPage.read("<body onload=\"Start ({h:'7',a:3})\"><p>PRONOTE 2022.0.5</p></body>")
    let start = try #require(try StartBlock.find(in: "Start ({h:'7',a:3})"))
    #expect(page == .session(SessionPage(start: start, version: ServerVersion("2022.0.5"))))
  }

  @Test func `without a start block is an error page`() throws {
    #expect(try SessionPage.read("La page a expiré") == .error(ErrorPage(page: "La page a expiré")))
  }

  @Test func `with a broken start block is an error`() {
    let error = #expect(throws: WireError.self) { try SessionPage.read("PRONOTE <script>Start ({a:3})</script>") }
    #expect(error?.code == .missing)
  }
}
