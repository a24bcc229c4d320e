import CAS
import Foundation
import PronoteWire
import Testing

/// Answers that other projects test with, and answers that real servers gave, where they are at hand.
@Suite(.enabled(if: Samples.areThere, "there are no samples beside the project")) struct SampleTests {
  /// What was made of an answer, in the words of the cases.
  private static func outcome(_ answer: CASAnswer?) -> String {
    switch answer {
    case .success: "success"
    case .failure: "failure"
    case .proxySuccess: "proxy-success"
    case .proxyFailure: "proxy-failure"
    case .logout: "logout"
    case nil: "reject"
    }
  }

  @Test func `Every case of other projects comes out as it should`() throws {
    let cases = try JSONDocument(Samples.bytes("cas/cases.json")).root.member("cases")?.elements ?? []
    #expect(cases.count == 50)
    for sample in cases {
      let id = sample.member("id")?.string ?? "?"
      let expected = try #require(sample.member("expect"))
      let clock = expected.member("clock")?.string.flatMap { CASAnswer.date($0) } ?? Date()
      let bytes = try Samples.bytes("cas/" + (sample.member("file")?.string ?? ""))
      let answer = try? CASAnswer.guessing(bytes, service: expected.member("audience")?.string, now: clock)
      let allowed = expected.member("outcome")?.string ?? ""
      #expect(allowed.components(separatedBy: "-or-").contains(Self.outcome(answer)), "\(id)")
      switch answer {
      case .success(let authentication): check(authentication, expected, id)
      case .failure(let code, let text):
        #expect(code == expected.member("code")?.string, "\(id)")
        if let message = expected.member("message")?.string { #expect(text == message, "\(id)") }
      case .logout(let request):
        #expect(request.sessionIndexes == expected.member("sessionIndex")?.elements.compactMap(\.string), "\(id)")
      default: continue
      }
    }
  }

  private func check(_ authentication: CASAuthentication, _ expected: JSONView, _ id: String) {
    #expect(authentication.user == expected.member("user")?.string, "\(id)")
    #expect(authentication.proxyGrantingTicketIOU == expected.member("pgtiou")?.string, "\(id)")
    #expect(authentication.proxies == expected.member("proxies")?.elements.compactMap(\.string), "\(id)")
    guard expected.member("attributesOptional")?.bool != true else { return }
    let also = expected.member("attributesMayAlsoContain")?.elements.compactMap(\.string) ?? []
    let wanted = expected.member("attributes")?.members ?? []
    for (name, values) in wanted {
      #expect(authentication.attributes[name] == values.elements.compactMap(\.string), "\(id): \(name)")
    }
    for (name, _) in authentication.attributes {
      #expect(wanted.contains { $0.name == name } || also.contains(name), "\(id): \(name)")
    }
  }

  @Test(arguments: ["django-cas-server", "lemonldap-2.16", "lemonldap-2.21"])
  func `Every answer of a real server is read, or refused, as its name says`(server: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Samples.folder.path + "/cas-servers/" + server)
      .sorted()
    var seen: Set<String> = []
    for name in names where name.contains("alidate") || name.hasPrefix("proxy-") || name.hasPrefix("slo-request") {
      let bytes = try Samples.bytes("cas-servers/\(server)/\(name)")
      let recorded = CASAnswer.date("2026-11-21T01:50:40Z") ?? Date()
      let answer = try? CASAnswer.guessing(bytes, service: nil, now: recorded)
      let outcome = Self.outcome(answer)
      seen.insert(outcome)
      switch name {
      case _ where name.hasSuffix(".html") || name.contains("markup") || name.contains("broken"):
        #expect(outcome == "reject", "\(name)")
      case _ where name.hasPrefix("slo-request"): #expect(outcome == "logout", "\(name)")
      case _ where name.hasPrefix("proxy-"):
        let isOK = name.contains("-ok") || name.contains("foreign") && server.hasPrefix("lemonldap")
        #expect(
          isOK ? outcome == "proxy-success" : ["failure", "proxy-failure", "reject"].contains(outcome),
          "\(name)"
        )
      case _
      where name.contains("replay") || name.contains("bogus") || name.contains("missing") || name.contains("bad-"):
        #expect(outcome == "failure", "\(name)")
      case _ where name.contains("wrong-service") && !name.hasPrefix("validate-after"):
        #expect(outcome == "failure", "\(name)")
      default: #expect(["success", "failure"].contains(outcome), "\(name)")
      }
      if name.contains("admin____x____evil"), case .success(let authentication)? = answer {
        #expect(authentication.user == "admin<!--x-->.evil")
      }
    }
    #expect(seen.isSuperset(of: ["success", "failure", "proxy-success"]))
  }
}
