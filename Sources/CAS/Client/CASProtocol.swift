/// How tickets are validated. The raw value is what the tool and configurations call it.
public enum CASProtocol: String, Sendable, CaseIterable {
  /// CAS 1.0: `/validate`, a line of text, no attributes.
  case cas1 = "1"
  /// CAS 2.0: `/serviceValidate` and `/proxyValidate`.
  case cas2 = "2"
  /// CAS 3.0: `/p3/serviceValidate` and `/p3/proxyValidate`, with attributes.
  case cas3 = "3"
  /// SAML 1.1: `/samlValidate`.
  case saml
}
