import Foundation
import PronoteWire

/// An answer of `/samlValidate`: a SAML 1.1 response in a SOAP envelope.
struct SAMLAnswer: Sendable {
  /// What it says.
  enum Outcome: Sendable {
    case success(CASSuccess)
    case failure(CASFailure)
    /// Another major version than 1 was asked for.
    case versionMismatch
  }

  /// How long an assertion is good, in seconds. It was made for the request that it answers.
  private static let life: TimeInterval = 30
  /// The name space of attributes in CAS.
  private static let attributeNamespace = "http://www.ja-sig.org/products/cas/"

  let outcome: Outcome
  /// The service that asked; nil when it did not say.
  let service: String?
  /// The id of the request.
  let request: String?
  /// Who answers.
  let issuer: String
  let now: Date

  /// As it is sent.
  var xml: String {
    var attributes: [(name: String, value: String)] = [
      ("xmlns:samlp", "urn:oasis:names:tc:SAML:1.0:protocol"),
      ("xmlns:saml", "urn:oasis:names:tc:SAML:1.0:assertion"), ("IssueInstant", now.formatted(.iso8601)),
      ("MajorVersion", "1"), ("MinorVersion", "1"), ("ResponseID", SAMLAnswer.makeID()),
    ]
    if case .success = outcome, let service { attributes.append(("Recipient", service)) }
    if let request { attributes.append(("InResponseTo", request)) }
    var children = [status]
    if case .success(let success) = outcome { children.append(assertion(success)) }
    let response = MarkupElement("samlp:Response", attributes, children)
    return MarkupElement(
      "SOAP-ENV:Envelope",
      [("xmlns:SOAP-ENV", "http://schemas.xmlsoap.org/soap/envelope/")],
      [MarkupElement("SOAP-ENV:Header"), MarkupElement("SOAP-ENV:Body", [], [response])]
    ).text
  }

  private static func makeID() -> String { "_\(Hex.encode(RandomBytes.make(16)))" }

  private var status: MarkupElement {
    let (code, message): (String, String?) =
      switch outcome {
      case .success: ("Success", nil)
      case .failure(let failure): ("Requester", "\(failure.code.rawValue): \(failure.message)")
      case .versionMismatch: ("VersionMismatch", "Only SAML 1 is spoken here.")
      }
    return MarkupElement(
      "samlp:Status",
      [],
      [MarkupElement("samlp:StatusCode", [("Value", "samlp:\(code)")])]
        + (message.map { [MarkupElement("samlp:StatusMessage", text: $0)] } ?? [])
    )
  }

  private func assertion(_ success: CASSuccess) -> MarkupElement {
    let subject = MarkupElement(
      "saml:Subject",
      [],
      [
        MarkupElement("saml:NameIdentifier", text: success.user),
        MarkupElement(
          "saml:SubjectConfirmation",
          [],
          [MarkupElement("saml:ConfirmationMethod", text: "urn:oasis:names:tc:SAML:1.0:cm:artifact")]
        ),
      ]
    )
    return MarkupElement(
      "saml:Assertion",
      [
        ("AssertionID", SAMLAnswer.makeID()), ("IssueInstant", now.formatted(.iso8601)), ("Issuer", issuer),
        ("MajorVersion", "1"), ("MinorVersion", "1"),
      ],
      [
        conditions,
        MarkupElement(
          "saml:AuthenticationStatement",
          [
            ("AuthenticationInstant", success.authenticated.formatted(.iso8601)),
            ("AuthenticationMethod", "urn:oasis:names:tc:SAML:1.0:am:password"),
          ],
          [subject]
        ),
        MarkupElement("saml:AttributeStatement", [], [subject] + success.allAttributes.map(attribute)),
      ]
    )
  }

  private var conditions: MarkupElement {
    MarkupElement(
      "saml:Conditions",
      [
        ("NotBefore", now.formatted(.iso8601)),
        ("NotOnOrAfter", now.addingTimeInterval(SAMLAnswer.life).formatted(.iso8601)),
      ],
      [
        MarkupElement(
          "saml:AudienceRestrictionCondition",
          [],
          [MarkupElement("saml:Audience", text: service ?? "")]
        )
      ]
    )
  }

  private func attribute(_ attribute: CASAttribute) -> MarkupElement {
    MarkupElement(
      "saml:Attribute",
      [("AttributeName", attribute.name), ("AttributeNamespace", SAMLAnswer.attributeNamespace)],
      attribute.values.map { MarkupElement("saml:AttributeValue", text: $0) }
    )
  }
}
