import CAS
import Foundation
import HummingbirdCAS
import Testing

/// What an identity says of itself in a log or a template: who, and never a ticket.
@Suite struct DescriptionTests {
  @Test func `An identity is a name, and how much is known`() throws {
    let identity = CASIdentity(
      user: "lou",
      attributes: CASAttributes([(name: "mail", values: ["lou@example.org"])]),
      signedInAt: Date(timeIntervalSince1970: 0),
      proxyGrantingTicket: try ProxyGrantingTicket("PGT-s3cret")
    )
    #expect("\(identity)" == "CASIdentity(lou, 1 attribute)")
    var dumped = ""
    dump(identity, to: &dumped)
    #expect(dumped.contains("lou") && dumped.contains("1970-01-01") && dumped.contains("mail"))
    for flaw in ["s3cret", "Box", "unknown context"] { #expect(!dumped.contains(flaw)) }
    #expect("\(HummingbirdCASError(.storeInUse, "another process uses it"))" == "storeInUse: another process uses it")
  }
}
