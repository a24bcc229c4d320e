import Foundation
import Pronote
import SchoolModel
import Testing

@Suite("Any pasted address")
struct SchoolAddressTests {
  @Test(
    "is cleaned",
    arguments: [
      ("https://0310047h.index-education.net/pronote/eleve.html", AccountSpace.student),
      (" https://0310047h.index-education.net/pronote/mobile.eleve.html?fd=1&login=true#x \n", .student),
      ("https://0310047H.INDEX-education.net/pronote/", nil), ("0310047h.index-education.net/pronote", nil),
      ("<https://0310047h.index-education.net/pronote/parent.html>", .parent),
      ("0310047h.index-education.net", nil), ("https://0310047h.index-education.net/", nil),
      ("https://0310047h.index-education.net//pronote//", nil),
      ("https://0310047h.index-education.net/pronote/InfoMobileApp.json?id=0D26", nil),
      ("https://0310047h.index-education.net/pronote/appelfonction/3/123/3fa959", nil),
      ("\"https://0310047h.index-education.net:443/pronote/viescolaire.html\"", .staff),
    ] as [(String, AccountSpace?)]
  )
  func cleaned(text: String, space: AccountSpace?) throws {
    let school = try School(url: text)
    #expect(school.root == "https://0310047h.index-education.net/pronote")
    #expect(school.space == space)
  }

  @Test("keeps a port, a path of its own, and plain HTTP where it was typed")
  func kept() throws {
    #expect(
      try School(url: "http://lycee.example:8080/vie/pronote/direction.html").root
        == "http://lycee.example:8080/vie/pronote"
    )
    #expect(try School(url: "127.0.0.1:4000/pronote").root == "http://127.0.0.1:4000/pronote")
    #expect(try School(url: "localhost:4000/pronote/eleve.html").space == .student)
    #expect(try School(url: "https://lycee.example/").root == "https://lycee.example")
  }

  @Test(
    "is refused when it is none",
    arguments: ["", "   ", "ftp://a.example/pronote", "https://", "https://a b.example/"]
  )
  func refused(text: String) {
    #expect { try School(url: text) } throws: { ($0 as? PronoteError)?.code == .badAddress }
  }

  @Test(
    "tells the time zone by the school's number",
    arguments: [
      ("9720695r.index-education.net", "America/Martinique"), ("9740001a.index-education.net", "Indian/Reunion"),
      ("9830002k.index-education.net", "Pacific/Noumea"), ("0310047h.index-education.net", "Europe/Paris"),
      ("lycee.example", "Europe/Paris"), ("97.example", "Europe/Paris"),
    ]
  )
  func zones(host: String, zone: String) throws {
    #expect(try School(url: "https://\(host)/pronote").timeZone.identifier == zone)
  }

  @Test("a zone that is given wins")
  func givenZone() throws {
    let zone = try #require(TimeZone(identifier: "Pacific/Tahiti"))
    #expect(try School(url: "https://9720695r.index-education.net/pronote", timeZone: zone).timeZone == zone)
  }
}
