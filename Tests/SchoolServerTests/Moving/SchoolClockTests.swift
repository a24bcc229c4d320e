import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import TestSupport
import Testing

@Suite struct `The clock of a school` {
  private static let noon = SchoolFiles.today.at(LocalTime(minuteOfDay: 720))

  @Test(arguments: ["2022.0.5", "2026.2.5"]) func `is the time on the wire`(version: String) async throws {
    let clock = SchoolClock.manual(at: Self.noon)
    try await WireSchool.with(version: version, configure: { $0.clock = clock }) { school in
      func parameters() async throws -> FonctionParametres.Response {
        var client = try await WireClient.open(school)
        return try FonctionParametres.Response(try await client.parameters())
      }
      #expect(try await parameters().dateServeurHttp == Self.noon)
      clock.advance(by: .seconds(86_400 + 90))
      let later = try await parameters()
      let tomorrow = SchoolFiles.today.adding(days: 1)
      #expect(later.dateServeurHttp == tomorrow.at(try #require(LocalTime(hour: 12, minute: 1, second: 30))))
      #expect(later.general.jourOuvre == tomorrow)
      #expect(school.server.now.date == tomorrow)
    }
  }

  @Test func `makes the school around its own day when no other is named`() throws {
    var configuration = SchoolServerConfiguration()
    configuration.clock = .manual(at: LocalDate(year: 2021, month: 3, day: 24)!.at(.midnight))
    let server = try SchoolServer(configuration: configuration)
    #expect(server.contentDay == LocalDate(year: 2021, month: 3, day: 24))
    #expect(server.now == LocalDate(year: 2021, month: 3, day: 24)?.at(.midnight))
  }

  @Test func `ends sessions that are idle, and pairing codes`() async throws {
    let clock = SchoolClock.manual(at: Self.noon)
    try await WireSchool.with(idleTime: .seconds(900), configure: { $0.clock = clock }) { school in
      var client = try await WireClient.signedIn(school).client
      for _ in 0..<3 {
        clock.advance(by: .seconds(899))
        #expect(try await client.isOpen())
      }
      let payload = try await client.call(
        JetonAppliMobile.name,
        JetonAppliMobile.Request(code: "0042").json,
        tab: Tab.home
      )
      let code = try SessionCipher(keyMaterial: Array("0042".utf8), vectorMaterial: nil)
        .decrypt(hex: JetonAppliMobile.Response(payload).jeton)
      clock.advance(by: .seconds(901))
      #expect(try await client.isOpen() == false)
      #expect(try await WireClient.pendingActions(school, "demonstration", code, from: .pairingCode("phone")) == nil)
    }
  }

  @Test func `moves the current period on`() async throws {
    let clock = SchoolClock.manual(at: Self.noon)
    try await WireSchool.with(configure: { $0.clock = clock }) { school in
      let before = try await WireClient.signedIn(school).user.field("ressource")?.currentPeriod?.l
      clock.advance(by: .seconds(150 * 86_400))
      let after = try await WireClient.signedIn(school).user.field("ressource")?.currentPeriod?.l
      #expect(before == "Trimestre 2")
      #expect(after == "Trimestre 3")
    }
  }

  @Test func `goes on from another day than today`() throws {
    let real = SteppedClock()
    var configuration = SchoolServerConfiguration()
    configuration.now = { real.now }
    configuration.today = SchoolFiles.today
    configuration.dataFile = try SchoolFiles.copy()
    defer { SchoolFiles.remove(configuration.dataFile ?? "") }
    let server = try SchoolServer(configuration: configuration)
    #expect(server.now.date == SchoolFiles.today)
    let time = server.now.time
    real.advance(seconds: 2 * 86_400)
    #expect(server.now == SchoolFiles.today.adding(days: 2).at(time))
  }
}
