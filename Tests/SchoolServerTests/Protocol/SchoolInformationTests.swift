import PronoteWire
import SchoolServer
import Testing
import WebSession

/// `infoMobileApp.json` (session document 8.3).
@Suite struct SchoolInformationTests {
  private static let id = "?id=0D264427-EEFC-4810-A9E9-346942A862A4"

  @Test(arguments: WireSchool.versions) func bothSpellingsTellTheSame(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      let first = try await school.get("infoMobileApp.json" + Self.id)
      let second = try await school.get("InfoMobileApp.json")
      for response in [first, second] {
        #expect(response.status == 200)
        #expect(response.header("Content-Type")?.hasPrefix("application/json") ?? false)
      }
      let json = try JSONDocument(first.body).root
      let other = try JSONDocument(second.body).root
      #expect(json.keys == other.keys)
      #expect(json["espaces"]?.value == other["espaces"]?.value)
      #expect(json.missing("modeModif", "version", "date", "espaces", "CAS", "nomEtab", "collectivite") == [])
      #expect(json["modeModif"]?.bool != nil)
      #expect(json["version"]?.elements.compactMap(\.int) == version.split(separator: ".").compactMap { Int($0) })
      #expect(json["nomEtab"]?.string == "COLLÈGE DES TROIS RIVIÈRES")
      #expect(json["date"]?.string?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) != nil)
      // One client needs the object, another the flag in it.
      #expect(json["CAS"]?["actif"]?.bool == true)
      #expect(json["CAS"]?["casURL"]?.string == "\(school.portal)cas")
      #expect(json["CAS"]?["jetonCAS"]?.string?.wholeMatch(of: #/[0-9a-f]{32}/#) != nil)
    }
  }

  @Test func saysNothingOfAPortalThatIsOff() async throws {
    try await WireSchool.with(configure: { $0.portalMode = .off }) { school in
      let json = try JSONDocument(try await school.get("infoMobileApp.json").body).root
      #expect(json["CAS"]?["actif"]?.bool == false)
      #expect(json["CAS"]?["casURL"]?.string == "")
      #expect(json["CAS"]?["jetonCAS"] == nil)
    }
  }

  @Test(arguments: WireSchool.versions) func spacesAreMobilePages(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      let json = try JSONDocument(try await school.get("infoMobileApp.json").body).root
      let spaces = try #require(json["espaces"]).elements
      #expect(spaces.count >= 7)
      for space in spaces {
        let url = try #require(space["URL"]?.string)
        #expect(url.wholeMatch(of: #/mobile\.[a-z]+\.html/#) != nil)
        #expect(space["nom"]?.string?.isEmpty == false)
        // The page is there, and has the number that is named.
        let number = try await WireClient.open(school, page: url).start.space
        #expect(space["genreEspace"]?.int == number)
      }
    }
  }
}
