import Testing
import TrousseCommand

@Suite struct `A path under --verbose` {
  @Test(arguments: [
    ("/pronote/mobile.eleve.html", "/pronote/mobile.eleve.html"),
    ("/pronote/appelfonction/3/1234567/A1B2C3D4", "/pronote/appelfonction/…/…/…"),
    ("/cas/ST-42-abcdef", "/cas/…"), ("", ""), ("/", "/"),
  ])
  func `keeps words and hides identifiers`(path: String, text: String) {
    #expect(TracedPath.text(path) == text)
  }
}
