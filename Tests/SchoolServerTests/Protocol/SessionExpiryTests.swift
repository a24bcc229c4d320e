import PronoteWire
import Testing

/// How sessions end by themselves.
@Suite struct SessionExpiryTests {
  @Test(arguments: [1, 4, 5]) func afterSoManyCalls(count: Int) async throws {
    try await WireSchool.with(faults: ["expire-after=\(count)"]) { school in
      var client = try await WireClient.open(school)
      var answered = 0
      do {
        try await client.parameters()
        answered += 1
        let question = try await client.identify("demonstration")
        answered += 1
        _ = try await client.authenticate("demonstration", "pronotevs", question)
        answered += 1
        try await client.call(ParametresUtilisateur.name)
        answered += 1
        while answered < 20 {
          try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
          answered += 1
        }
      } catch let refusal as ServerRefusal {
        #expect(refusal == .sessionUnknown)
      }
      #expect(answered == count)
      #expect(try await client.refusal("Navigation", WireRequests.navigation, tab: Tab.home)?.code == 10)
      // Another session is as good as the first was.
      var next = try await WireClient.open(school)
      try await next.parameters()
    }
  }

  @Test func afterSilence() async throws {
    let idleTime = Duration.seconds(4)
    try await WireSchool.with(idleTime: idleTime) { school in
      var (client, _) = try await WireClient.signedIn(school)
      // As long as somebody calls, it lives: five seconds with pauses of a second and a bit.
      for _ in 0..<4 {
        let start = ContinuousClock.now
        try await Task.sleep(for: .milliseconds(1300))
        let refusal: ServerRefusal?
        do {
          try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
          refusal = nil
        } catch let error as ServerRefusal {
          refusal = error
        }
        // On a machine that is too busy to call in time, the session may end.
        if refusal != nil && ContinuousClock.now - start > idleTime / 2 { return }
        #expect(refusal == nil)
      }
      try await Task.sleep(for: idleTime + .milliseconds(500))
      #expect(try await client.refusal("Navigation", WireRequests.navigation, tab: Tab.home) == .sessionUnknown)
    }
  }

  @Test(arguments: ["2022.0.5", "2026.2.5"]) func notWhileItIsKeptAlive(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, _) = try await WireClient.signedIn(school)
      let payload = try await client.call("Presence", tab: Tab.home)
      #expect(payload.count == 0)
      let reply = try await client.call(
        WireCall(function: "Navigation", payload: WireRequests.navigation, signature: .init(onglet: Tab.home))
      )
      #expect(reply.payload.count == 0)
      #expect(reply.signature?["notifications"]?["compteurCentraleNotif"]?.int != nil)
      // A keep-alive from nowhere is refused.
      #expect(try await client.refusal("Navigation", WireRequests.navigation)?.code == 3)
    }
  }
}
