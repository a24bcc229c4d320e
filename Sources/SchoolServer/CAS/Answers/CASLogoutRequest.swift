import Foundation
import PronoteWire

/// What a service is told when a session ends (CAS 3.0.3, section 2.3.3). The ticket says which one.
struct CASLogoutRequest: Sendable {
  let ticket: String
  let now: Date

  /// As it is sent. Without an XML declaration, because clients parse it as text that is decoded already.
  var xml: String {
    MarkupElement(
      "samlp:LogoutRequest",
      [
        ("xmlns:samlp", "urn:oasis:names:tc:SAML:2.0:protocol"),
        ("xmlns:saml", "urn:oasis:names:tc:SAML:2.0:assertion"), ("ID", "_\(Hex.encode(RandomBytes.make(16)))"),
        ("Version", "2.0"), ("IssueInstant", now.formatted(.iso8601)),
      ],
      [
        MarkupElement("saml:NameID", text: "@NOT_USED@"),
        MarkupElement("samlp:SessionIndex", text: ticket),
      ]
    ).text
  }
}
