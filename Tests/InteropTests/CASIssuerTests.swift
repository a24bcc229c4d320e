import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// Foreign CAS clients against our issuer: signing in, every way of validating, proxy tickets, single log-out.
@Suite(
  "foreign CAS clients get on with our issuer",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct CASIssuerTests {
  /// A name that breaks out of whatever is not escaped.
  private static let name = "O'Brien <x>&\"</cas:user>"
  private static let user = "demonstration"

  /// Runs one of our programs, which drives a foreign client, against a fresh school.
  private func run<Seen: Decodable & Sendable>(_ program: String, _ seen: Seen.Type) async throws -> Seen {
    let python = try Judges.pythonWithCASClients()
    var school = TestSchool(version: "2026.2.5")
    school.configuration.casAttributes = { attributes in
      attributes.map { $0.name == "displayName" ? CASAttribute($0.name, [Self.name]) : $0 }
    }
    return try await school.run { address in
      let request: JSONValue = ["cas": .string(address.cas), "username": .string(Self.user), "password": "pronotevs"]
      let outcome = try await ChildProcess.run(
        python,
        [Judges.script(program)],
        input: Data(request.bytes()),
        deadline: .seconds(120)
      )
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try JSONDecoder().decode(Seen.self, from: outcome.output)
    }
  }

  /// What the school's own data say about the user.
  private func attributes() throws -> [String: [String]] {
    let database = try TestSchool(version: "2026.2.5").database()
    let account = try #require(try database.account(login: Self.user, space: .student))
    let student = try #require(try database.student(account.person.key))
    #expect(!student.groups.isEmpty)
    return [
      "mail": [student.person.email], "sn": [student.person.lastName], "givenName": [student.person.firstName],
      "displayName": [Self.name],
      "memberOf": [database.establishment.name, "student", student.schoolClass.label] + student.groups.map(\.name),
    ]
  }

  private func expect(_ seen: [String: [String]], _ context: String) throws {
    for (name, values) in try attributes() { #expect(seen[name] == values, "\(context): \(name)") }
    #expect(seen["isFromNewLogin"]?.count == 1)
    #expect(seen["longTermAuthenticationRequestTokenUsed"] == ["false"])
    #expect(seen["authenticationDate"]?.first?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  private func expect(_ seen: SeenByCASClient, protocols: Set<String>, withAttributes: Set<String>) throws {
    #expect(Set(seen.protocols.keys) == protocols)
    for (name, validation) in seen.protocols {
      #expect(validation.user == Self.user, "\(name)")
      #expect(validation.replayed == nil, "\(name)")
      #expect(validation.elsewhere == nil, "\(name)")
      if withAttributes.contains(name) {
        try expect(validation.attributes, name)
      } else {
        #expect(validation.attributes == [:], "\(name)")
      }
    }
    #expect(seen.proxy.user == Self.user)
    #expect(seen.proxy.backendUser == Self.user)
    #expect(seen.proxy.displayName == Self.name)
    #expect(seen.proxy.namesProxy)
    #expect(seen.proxy.unknown == "refused")
    #expect(seen.proxy.asServiceTicket == nil)
    #expect(seen.proxy.withoutCallback == [Self.user, nil])
    #expect(seen.logout.endedAt)
    #expect(seen.logout.told)
    #expect(seen.logout.verified)
    #expect(!seen.logout.forAnother)
    #expect(seen.logout.paths == ["/backend", "/protected?next=%2Fhome&name=O'Brien"])
    #expect(seen.logout.asksAgain)
  }

  @Test func pythonCASVisits() async throws {
    let seen = try await run("cas_python_cas.py", SeenByCASClient.self)
    try expect(seen, protocols: ["1", "2", "3", "saml"], withAttributes: ["3", "saml"])
    #expect(seen.formsFilled == 1, "single sign-on")
    #expect(seen.logout.count == 7)
  }

  @Test func pycasSSOVisits() async throws {
    let seen = try await run("cas_pycas_sso.py", SeenByCASClient.self)
    try expect(
      seen,
      protocols: ["1", "2", "3", "proxy2", "proxy3", "saml"],
      withAttributes: ["3", "proxy3", "saml"]
    )
    #expect(seen.renewed == [nil, Self.user])
    #expect(seen.gateway == true)
    #expect(seen.formsFilled == 2, "once, and once more for renew")
    #expect(seen.logout.count == 10)
  }

  @Test func djangoCASNGProtectsAPage() async throws {
    let sites = try await run("cas_django.py", [String: SeenByDjango].self)
    #expect(Set(sites.keys) == ["1", "2", "3", "CAS_2_SAML_1_0"])
    for (version, seen) in sites {
      #expect(!seen.before, "\(version)")
      #expect(seen.user == Self.user, "\(version)")
      #expect(seen.otherUser == "msmith", "\(version)")
      #expect(seen.replayed == 403, "\(version)")
      #expect(seen.open, "\(version)")
      // The library hears of the end of a session in the two newer protocols only.
      let canHear = version == "3" || version == "CAS_2_SAML_1_0"
      #expect(seen.openAfterLogout == !canHear, "\(version)")
      #expect(seen.othersOpen, "\(version)")
      #expect(!seen.othersOpenAfterLogout, "\(version)")
      #expect(seen.ticketIsLong, "\(version)")
      if canHear { try expect(seen.attributes, version) } else { #expect(seen.attributes == [:], "\(version)") }
      // The others send the address where to go on as one to be shown.
      if version == "3" {
        #expect(seen.leftTo == "/")
      } else {
        #expect(seen.leftTo.contains("/cas/logout?url=http%3A%2F%2F127.0.0.1%3A"), "\(version)")
      }
    }
    #expect(sites["3"]?.proxied == Self.user)
  }
}
