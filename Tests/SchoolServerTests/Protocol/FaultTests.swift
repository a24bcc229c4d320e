import Foundation
import PronoteWire
import SchoolServer
import Testing
import WebSession

/// Every fault does what its name says, to whom it says, as often as it says.
@Suite struct FaultTests {
  private static let function = PageEmploiDuTemps.name

  /// Signs in, and posts the call of a week.
  private static func answer(
    _ fault: String,
    mode: WireSchool.Mode = .init(),
    _ check: @escaping @Sendable (WebResponse, ClientChannel.Sealed, inout WireClient) async throws -> Void
  ) async throws {
    try await WireSchool.with(mode: mode, faults: [fault]) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let call = try client.channel.seal(
        PageEmploiDuTemps.call(.init(ressource: user.resource, numeroSemaine: 12), tab: Tab.timetable)
      )
      try await check(try await school.post(call.path, call.body), call, &client)
    }
  }

  @Test(arguments: WireSchool.modes) func htmlIsAPage(mode: WireSchool.Mode) async throws {
    try await Self.answer("html=\(Self.function)", mode: mode) { response, _, _ in
      #expect(response.status == 200)
      #expect(response.header("Content-Type")?.hasPrefix("text/html") == true)
      #expect(response.text.hasPrefix("<html>"))
    }
  }

  @Test(arguments: WireSchool.modes) func truncatedAnswersEndInTheMiddle(mode: WireSchool.Mode) async throws {
    try await Self.answer("truncate=\(Self.function):1", mode: mode) { response, call, client in
      #expect(throws: JSONError.self) { try JSONDocument(response.body) }
      // Asked once more, the stored answer is whole.
      let whole = try await client.school.post(call.path, call.body).body
      #expect(whole.count / 2 == response.body.count)
      #expect(Array(whole.prefix(response.body.count)) == response.body)
      #expect(try client.channel.open(whole, of: call).payload.list("ListeCours").count > 15)
    }
  }

  @Test(arguments: WireSchool.modes) func garbledAnswersCannotBeOpened(mode: WireSchool.Mode) async throws {
    try await Self.answer("garble=\(Self.function)", mode: mode) { response, call, client in
      let envelope = try JSONDocument(response.body).root
      #expect(envelope["dataSec"]?.string?.wholeMatch(of: #/[0-9A-F]{128}/#) != nil)
      // Number and session are right; it is the secured part that is broken.
      let error = #expect(throws: WireError.self) { try client.channel.open(response.body, of: call) }
      #expect(error?.code != .order)
    }
  }

  @Test(arguments: WireSchool.modes) func aBombInflatesBeyondAnyLimit(mode: WireSchool.Mode) async throws {
    try await Self.answer("bomb=\(Self.function)", mode: mode) { response, call, client in
      #expect(response.body.count < 1 << 20)
      let error = #expect(throws: WireError.self) { try client.channel.open(response.body, of: call) }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test(arguments: WireSchool.modes) func aWrongNumberIsNoticed(mode: WireSchool.Mode) async throws {
    try await Self.answer("wrong-order=\(Self.function)", mode: mode) { response, call, client in
      let error = #expect(throws: WireError.self) { try client.channel.open(response.body, of: call) }
      #expect(error?.code == .order)
    }
  }

  @Test func aForeignObjectIsRefusedAsOftenAsAsked() async throws {
    try await WireSchool.with(faults: ["foreign-object=\(Self.function):2"]) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let week = WireRequests.week(12, of: user.resource)
      for _ in 0..<2 {
        #expect(try await client.refusal(Self.function, week, tab: Tab.timetable) == .foreignObject)
      }
      #expect(try await client.call(Self.function, week, tab: Tab.timetable).list("ListeCours").count > 15)
    }
  }

  @Test func aDroppedReplyWasCarriedOut() async throws {
    try await WireSchool.with(faults: ["drop-reply=\(Self.function):2"]) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let call = try client.channel.seal(
        PageEmploiDuTemps.call(.init(ressource: user.resource, numeroSemaine: 12), tab: Tab.timetable)
      )
      for _ in 0..<2 {
        await #expect(throws: WebError.self) { try await school.post(call.path, call.body) }
      }
      let answer = try await school.post(call.path, call.body).body
      #expect(try client.channel.open(answer, of: call).payload.list("ListeCours").count > 15)
    }
  }

  @Test func aStalledAnswerNeverComes() async throws {
    try await WireSchool.with(faults: ["stall=\(Self.function):1"]) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let call = try client.channel.seal(
        PageEmploiDuTemps.call(.init(ressource: user.resource, numeroSemaine: 12), tab: Tab.timetable)
      )
      let error = await #expect(throws: WebError.self) {
        try await school.post(call.path, call.body, within: .milliseconds(700))
      }
      #expect(error?.code == .timedOut)
      // Everybody else is answered meanwhile, and this session, too.
      _ = try await WireClient.signedIn(school)
      let answer = try await school.post(call.path, call.body).body
      #expect(try client.channel.open(answer, of: call).payload.list("ListeCours").count > 15)
    }
  }

  @Test func latencyDelaysPagesAndCalls() async throws {
    try await WireSchool.with(faults: ["latency=200"]) { school in
      let clock = ContinuousClock()
      var client: WireClient?
      #expect(try await clock.measure { client = try await WireClient.open(school) } >= .milliseconds(200))
      var opened = try #require(client)
      #expect(try await clock.measure { try await opened.parameters() } >= .milliseconds(200))
    }
  }

  @Test func faultsOfOtherFunctionsDoNotStrike() async throws {
    let faults = ["html=DernieresNotes", "stall=PageBulletins", "drop-reply=Navigation", "garble=PageMenus", "bomb=x"]
    try await WireSchool.with(faults: faults) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let week = WireRequests.week(12, of: user.resource)
      #expect(try await client.call(Self.function, week, tab: Tab.timetable).list("ListeCours").count > 15)
    }
  }

  @Test(arguments: [
    ("suspended", 200, ErrorPage.Kind.suspended), ("closed", 200, .unavailable), ("busy", 200, .busy),
    ("browser", 200, .incompatibleBrowser), ("message", 200, .message), ("address", 200, .message),
    ("http", 503, .http(503)), ("foreign", 200, .notPronote),
  ])
  func pagesStandInForSessionPages(name: String, status: Int, kind: ErrorPage.Kind) async throws {
    try await WireSchool.with(faults: ["page=\(name)"]) { school in
      for path in ["eleve.html", "mobile.parent.html"] {
        let response = try await school.get(path)
        #expect(response.status == status)
        #expect(ErrorPage(page: response.text).kind == kind)
        #expect(try StartBlock.find(in: response.text) == nil)
      }
      // What is no session page stays.
      #expect(try await school.get("infoMobileApp.json").status == 200)
    }
  }

  @Test func aPageThatIsUnknownIsRefused() {
    #expect { try Fault(parsing: "page=whatever") } throws: { error in
      let error = error as? SchoolServerError
      return error?.code == .badFault && error?.message.contains("suspended") == true
    }
  }

  @Test(arguments: Fault.Kind.allCases) func everyFaultSaysHowItIsWritten(kind: Fault.Kind) throws {
    #expect(kind.form.hasPrefix("\(kind.rawValue)="))
    #expect(!kind.summary.isEmpty)
    let value = kind.form.hasSuffix("=FUNCTION") ? "Navigation" : kind == .page ? "http" : "1"
    #expect(try Fault(parsing: "\(kind.rawValue)=\(value)").kind == kind)
  }

  @Test(
    arguments: [
      ("expire-after=3", Fault.Kind.expireAfter, "3", nil),
      ("drop-reply=Authentification:2", .dropReply, "Authentification", 2),
      ("page=suspended", .page, "suspended", nil), ("latency=0", .latency, "0", nil),
    ] as [(String, Fault.Kind, String, Int?)]
  )
  func faultsAreWrittenNameAndValue(text: String, kind: Fault.Kind, value: String, times: Int?) throws {
    let fault = try Fault(parsing: text)
    #expect(fault.kind == kind)
    #expect(fault.value == value)
    #expect(fault.times == times)
  }

  @Test(arguments: [
    "", "=", "stall", "stall=", "nonsense=1", "latency=fast", "expire-after=x", "html=A:often", "html=:2",
  ])
  func whatIsNoFaultIsRefused(text: String) {
    #expect { try Fault(parsing: text) } throws: { ($0 as? SchoolServerError)?.code == .badFault }
  }
}
