import Foundation

/// Single logout requests as servers send them.
enum LogoutText {
  static func xml(_ indexes: [String]) -> String {
    let all = indexes.map { "<samlp:SessionIndex>\($0)</samlp:SessionIndex>" }.joined()
    return """
      <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0" \
      IssueInstant="2026-11-25T12:00:00Z"><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@\
      </saml:NameID>\(all)</samlp:LogoutRequest>
      """
  }

  static func form(_ indexes: String...) -> String {
    "logoutRequest=" + encode(xml(indexes))
  }

  static func encode(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  static let formType = "application/x-www-form-urlencoded"
}
