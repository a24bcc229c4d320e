package import Foundation

extension CASAnswer {
  static let soap = "http://schemas.xmlsoap.org/soap/envelope/"
  static let samlProtocol = "urn:oasis:names:tc:SAML:1.0:protocol"
  static let samlAssertion = "urn:oasis:names:tc:SAML:1.0:assertion"

  /// An answer by SAML 1.1 (sso document a.7), checked in this order: status, one assertion, its time, its audience, one
  /// name.
  ///
  /// - Parameters:
  ///   - service: whom the answer has to be for, where it says so; nil to leave that unchecked.
  ///   - tolerance: how far the clocks may differ, in seconds.
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  package static func saml(
    _ bytes: [UInt8],
    service: String?,
    now: Date,
    tolerance: Double = 60
  ) throws(CASError) -> CASAnswer {
    let root = try MarkupReader.root(of: bytes)
    // One server answers a wrong target in CAS 2; its success would be an answer to another question.
    if root.namespace == namespace {
      guard case .failure(let code, let text) = try xml(root) else { throw malformed("the answer is no SAML") }
      return .failure(code: code, text: text)
    }
    let response = try response(in: root)
    guard let status = try response.onlyChild("Status"), let code = try status.onlyChild("StatusCode"),
      let value = code.attributes["Value"]
    else { throw malformed("the answer has no status") }
    let name = value.split(separator: ":").last.map(String.init) ?? value
    guard name == "Success" else {
      let text = try status.onlyChild("StatusMessage")?.text ?? code.text
      return .failure(code: name.isEmpty ? nil : name, text: text.trimmingMarkupBlanks)
    }
    if let service, let recipient = response.attributes["Recipient"], recipient != service {
      throw malformed("the answer is for another service")
    }
    let assertions = response.children.filter { $0.namespace == samlAssertion && $0.name == "Assertion" }
    guard assertions.count == 1 else { throw malformed("there is not exactly one assertion") }
    try checkConditions(assertions[0], service: service, now: now, tolerance: tolerance)
    return .success(try authentication(assertions[0]))
  }

  private static func response(in root: MarkupElement) throws(CASError) -> MarkupElement {
    var response = root
    if root.namespace == soap, root.name == "Envelope" {
      guard let body = try root.onlyChild("Body"), body.children.count == 1 else {
        throw malformed("the envelope does not hold exactly one thing")
      }
      response = body.children[0]
    }
    guard response.namespace == samlProtocol, response.name == "Response" else {
      throw malformed("the document is no SAML 1.1 response")
    }
    return response
  }

  private static func checkConditions(
    _ assertion: MarkupElement,
    service: String?,
    now: Date,
    tolerance: Double
  ) throws(CASError) {
    guard let conditions = try assertion.onlyChild("Conditions") else { return }
    if let start = conditions.attributes["NotBefore"] {
      guard let date = WireInstant.date(start), now.timeIntervalSince(date) >= -tolerance else {
        throw malformed("the assertion is not valid yet")
      }
    }
    if let end = conditions.attributes["NotOnOrAfter"] {
      guard let date = WireInstant.date(end), now.timeIntervalSince(date) < tolerance else {
        throw malformed("the assertion is not valid any more")
      }
    }
    guard let service else { return }
    for restriction in conditions.children(named: "AudienceRestrictionCondition") {
      let audiences = restriction.children(named: "Audience").map(\.text.trimmingMarkupBlanks)
      guard audiences.contains(service) else { throw malformed("the assertion is for another audience") }
    }
  }

  private static func authentication(_ assertion: MarkupElement) throws(CASError) -> CASAuthentication {
    guard !assertion.children(named: "AuthenticationStatement").isEmpty else {
      throw malformed("nobody is said to have signed in")
    }
    var users: Set<String> = []
    var attributes = CASAttributes()
    for statement in assertion.children where statement.namespace == samlAssertion {
      guard ["AuthenticationStatement", "AttributeStatement"].contains(statement.name) else { continue }
      guard let user = try statement.onlyChild("Subject")?.onlyChild("NameIdentifier")?.plainText(), !user.isEmpty
      else {
        throw malformed("the user is missing")
      }
      users.insert(user)
      for attribute in statement.children(named: "Attribute") {
        guard let name = attribute.attributes["AttributeName"] else { continue }
        for value in attribute.children(named: "AttributeValue") {
          attributes.append(value.text.trimmingMarkupBlanks, to: name)
        }
      }
    }
    guard users.count == 1, let user = users.first else { throw malformed("the statements are about two users") }
    return CASAuthentication(user: user, attributes: attributes)
  }
}
