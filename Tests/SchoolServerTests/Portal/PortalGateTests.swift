import PronoteWire
import SchoolServer
import Testing
import WebSession

/// The way from a page of the school through the portal and back (session document 13).
@Suite struct PortalGateTests {
  private func withRequired(_ body: @escaping @Sendable (PortalVisitor) async throws -> Void) async throws {
    try await WireSchool.with(configure: { $0.portalMode = .required }) { try await body(PortalVisitor($0)) }
  }

  /// Whether a page asks for PRONOTE's own sign-in.
  private func isPlain(_ page: String, for visitor: PortalVisitor) async throws -> Bool {
    let response = try await visitor.get(at: "\(visitor.school.root)/\(page)")
    guard response.status == 200 else { return false }
    return try WireClient.read(response.text, of: visitor.school).start.values["e"] == nil
  }

  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func leadsToASession(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn("msmith")
      let page = try await visitor.follow("eleve.html?fd=1")
      var client = try WireClient.read(page.text, of: school)
      #expect(client.start.values["g"] == "3")
      let authentication = try await client.authenticateForPortal()
      #expect(authentication.label("cle") != nil)
      #expect(authentication["jetonConnexionAppliMobile"] == nil)
      if client.profile.userDataInAuthentication { return }
      #expect(try await client.call(ParametresUtilisateur.name).resource.l == authentication.label("libelleUtil"))
    }
  }

  @Test func leadsThereWithASecondFactor() async throws {
    try await withRequired { visitor in
      let form = try await visitor.follow("mobile.eleve.html?fd=1")
      #expect(PortalVisitor.code(form) == 9)
      let factor = try await visitor.enter("dwho", at: form)
      let answer = try await visitor.submit(factor, [("code", try await visitor.mailedCode())])
      #expect(answer.header("Location") == "\(visitor.school.portal)cas")
      let page = try await visitor.follow(answer)
      var client = try WireClient.read(page.text, of: visitor.school)
      #expect(client.start.space == 6)
      #expect(try await client.authenticateForPortal().label("cle") != nil)
    }
  }

  @Test func whatThePageBringsIsGoodOnceAndThereOnly() async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn("msmith")
      var first = try WireClient.read(try await visitor.follow("eleve.html").text, of: school)
      var second = try WireClient.read(try await visitor.follow("eleve.html").text, of: school)
      let (e, f) = (first.start.values["e"] ?? "", first.start.values["f"] ?? "")
      #expect(e.wholeMatch(of: /[0-9A-F]{32}/) != nil && f.wholeMatch(of: /[0-9A-F]{32}/) != nil && e != f)
      try await second.parameters()
      #expect(try await second.authenticateForPortal(e, f)["Acces"]?.int == 1, "another session's")
      let mine = (second.start.values["e"] ?? "", second.start.values["f"] ?? "")
      #expect(try await second.authenticateForPortal(mine.0, mine.1)["Acces"]?.int == 1, "one question is all")
      try await first.parameters()
      #expect(try await first.authenticateForPortal(e, "wrong")["Acces"]?.int == 1)
      #expect(try await first.authenticateForPortal(e, f)["Acces"]?.int == 1)
    }
  }

  @Test func ticketsAreSpentForExactlyThatPage() async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn("msmith")
      let ticket = try await visitor.ticket(for: "\(school.root)/eleve.html?fd=1")
      for page in ["eleve.html?ticket=\(ticket)", "eleve.html?fd=1&ticket=\(ticket)"] {
        let text = try await school.get(page).text
        #expect(text.contains("identification par le portail"), "spent by the first, which was for another page")
        #expect(!text.contains("Start ("))
      }
      let other = try await visitor.ticket(for: "\(school.root)/parent.html")
      #expect(try await !school.get("parent.html?ticket=\(other)").text.contains("Start ("), "no parent")
      let right = try await visitor.ticket(for: "\(school.root)/eleve.html?fd=1")
      #expect(try await school.get("eleve.html?fd=1&ticket=\(right)").text.contains("g:3"))
      #expect(try await !school.get("eleve.html?fd=1&ticket=\(right)").text.contains("Start ("), "a second time")
      _ = try await visitor.get("", [("logout", "1")])
      let stranger = PortalVisitor(school)
      try await stranger.signIn("zoe")
      let page = try await stranger.follow("eleve.html")
      #expect(page.status == 200 && !page.text.contains("Start ("), "PRONOTE does not know everybody")
    }
  }

  @Test func redirectsAreNeverToTheHostOfTheRequest() async throws {
    try await withRequired { visitor in
      let address = try #require(WebAddress("\(visitor.school.root)/eleve.html?page={%22Onglet%22:16}&fd=1"))
      let request = WebRequest.get(address, headers: [("Host", "evil.example")])
      let response = try await visitor.school.transport.send(request, limits: WebLimits())
      let location = try #require(response.header("Location"))
      #expect(location.hasPrefix("\(visitor.school.portal)cas/login?service=http%3A%2F%2F127.0.0.1%3A"))
      #expect(!location.contains("evil"))
      try await visitor.signIn("msmith")
      #expect(try await visitor.follow("eleve.html?page={%22Onglet%22:16}&fd=1").text.contains("g:3"))
    }
  }

  @Test(arguments: ["eleve.html?login=true", "eleve.html?fd=1&bydlg=A6ABB224", "eleve.html?identifiant=x"])
  func thereAreWaysAround(page: String) async throws {
    try await withRequired { visitor in
      let isPlain = try await isPlain(page, for: visitor)
      #expect(isPlain)
    }
  }

  @Test func theAppIsLetThrough() async throws {
    try await withRequired { visitor in
      let address = try #require(WebAddress("\(visitor.school.root)/mobile.eleve.html"))
      await visitor.browser.setCookie(name: "appliMobile", value: "1", for: address)
      #expect(try await isPlain("mobile.eleve.html", for: visitor))
    }
  }

  @Test func withoutThePortalsCookieNothingChangesWhereItIsOffered() async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      #expect(try await isPlain("eleve.html", for: visitor))
      try await visitor.signIn("msmith")
      #expect(try await visitor.get(at: "\(school.root)/eleve.html").status == 302)
      #expect(try await isPlain("eleve.html?login=true", for: visitor))
    }
  }

  @Test func theAppIsPairedOnItsWay() async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      let address = try #require(WebAddress("\(school.root)/mobile.eleve.html?fd=1"))
      let information = try JSONDocument(try await school.get("infoMobileApp.json").body).root
      let token = try #require(information["CAS"]?["jetonCAS"]?.string)
      for (name, value) in [("validationAppliMobile", token), ("uuidAppliMobile", "device-1")] {
        await visitor.browser.setCookie(name: name, value: value, for: address)
      }
      let form = try await visitor.follow("mobile.eleve.html?fd=1")
      #expect(PortalVisitor.code(form) == 9, "the cookie leads to the portal")
      let page = try await visitor.follow(try await visitor.enter("msmith", at: form))
      var client = try WireClient.read(page.text, of: school)
      let authentication = try await client.authenticateForPortal(device: "device-1")
      let app = try #require(authentication.label("jetonConnexionAppliMobile"))
      // The token is a password now, and the portal is not asked any more.
      var later = try await WireClient.open(school, page: "mobile.eleve.html?fd=1&bydlg=A6ABB224")
      try await later.parameters()
      var request = Identification.Request(genreEspace: later.start.space, identifiant: "msmith")
      request.enConnexionAppliMobile = true
      request.uuidAppliMobile = "device-1"
      let question = try Identification.Response(try await later.call(Identification.call(request)).payload)
      #expect(try await later.authenticate("msmith", app, question).label("cle") != nil)
    }
  }

  @Test func onlyTheDeviceThatWasNamedIsPaired() async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn("msmith")
      var client = try WireClient.read(try await visitor.follow("eleve.html").text, of: school)
      let authentication = try await client.authenticateForPortal(device: "device-2")
      #expect(authentication.label("cle") != nil)
      #expect(authentication["jetonConnexionAppliMobile"] == nil)
    }
  }

  @Test(arguments: ["dwho", "rtyler", "msmith"]) func passwordsOfThePortalAreNoneOfPRONOTE(user: String) async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.open(school)
      #expect(try await client.authenticate(user, user)["Acces"]?.int == 1)
    }
  }
}
