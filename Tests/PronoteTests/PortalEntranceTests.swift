import CAS
import Pronote
import SchoolModel
import Testing
import WebSession

@Suite struct `Where a school's users sign in` {
  /// A school that answers what the test says.
  private struct Answers: Transport {
    var page: @Sendable (WebAddress) -> WebResponse
    var information: String?

    func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
      if request.address.path.lowercased().hasSuffix("infomobileapp.json") {
        let body = Array((information ?? "").utf8)
        return WebResponse(status: information == nil ? 404 : 200, body: body, address: request.address)
      }
      return page(request.address)
    }
  }

  private static func entrance(
    redirect location: String? = nil,
    body: String = "<title>Accueil</title>",
    information: String? = nil
  ) async throws -> PortalEntrance {
    let answers = Answers(
      page: { address in
        guard let location else { return WebResponse(status: 200, body: Array(body.utf8), address: address) }
        return WebResponse(status: 302, headers: [("Location", location)], address: address)
      },
      information: information
    )
    let school = try School(url: "https://ecole.example.org/pronote/eleve.html")
    return try await PronoteClient(transport: answers).portalEntrance(of: school, space: .student)
  }

  private static let service = "https%3A%2F%2Fecole.example.org%2Fpronote%2Feleve.html%3Ffd%3D1"

  @Test func `a redirect to a CAS server names server and service`() async throws {
    let entrance = try await Self.entrance(redirect: "https://ent.example.org/cas/login?service=\(Self.service)")
    #expect(entrance.cas == "https://ent.example.org/cas")
    #expect(entrance.portal == "https://ent.example.org/")
    #expect(entrance.service.text == "https://ecole.example.org/pronote/eleve.html?fd=1")
  }

  @Test func `a school that leaves it to its users names the server in its information`() async throws {
    for url in ["https://ent.example.org/cas", "https://ent.example.org/cas/", "https://ent.example.org/cas/login"] {
      let entrance = try await Self.entrance(
        information: #"{"version":[2025,2,6],"espaces":[],"CAS":{"actif":true,"casURL":"\#(url)","jetonCAS":"x"}}"#
      )
      #expect(entrance.cas == "https://ent.example.org/cas")
      #expect(entrance.service.text == "https://ecole.example.org/pronote/eleve.html")
    }
  }

  @Test(arguments: [
    // Not a CAS server's address, without encryption, for a page of somebody else.
    "https://ent.example.org/connexion?next=1", "http://ent.example.org/cas/login?service=\(service)",
    "https://ent.example.org/cas/login?service=https%3A%2F%2Fevil.example%2Fpronote%2Feleve.html",
    "https://ent.example.org/cas/login?service=https%3A%2F%2Fecole.example.org%40evil.example%2F",
    "https://ent.example.org/cas/login",
  ])
  func `a redirect to anything else is no entrance, and its query is not told`(_ location: String) async throws {
    let error = await #expect(throws: PronoteError.self) { try await Self.entrance(redirect: location) }
    #expect(error?.code == .portalUnknown)
    #expect(error?.facts.step == "entrance")
    #expect(error?.facts.page?.contains("ent.example.org") == true && error?.facts.page?.contains("?") == false)
  }

  @Test func `a page that nobody expected is described by its forms`() async throws {
    let body = #"<title>Portail</title><form method=post action="/x?s=1"><input name=u value=secret></form>"#
    for information in [nil, #"{"version":[2025,2,6],"espaces":[],"CAS":{"actif":false,"casURL":""}}"#] {
      let error = await #expect(throws: PronoteError.self) {
        try await Self.entrance(body: body, information: information)
      }
      #expect(error?.code == .portalUnknown)
      #expect(error?.facts.page == "title 'Portail'; form post '/x' [u]")
    }
  }

  @Test func `a school that points at itself for ever is left`() async throws {
    let error = await #expect(throws: PronoteError.self) {
      try await Self.entrance(redirect: "https://ecole.example.org/pronote/eleve.html?again=1")
    }
    #expect(error?.facts.step == "entrance")
  }
}
