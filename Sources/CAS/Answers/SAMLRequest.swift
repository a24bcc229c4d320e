import Foundation

/// The body of a validation by SAML 1.1 (sso document a.7).
struct SAMLRequest {
  private let ticket: CASTicket
  private let issued: Date

  init(ticket: CASTicket, issued: Date) {
    self.ticket = ticket
    self.issued = issued
  }

  /// The envelope. A ticket holds nothing that would have to be escaped.
  var bytes: [UInt8] {
    let id = "_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>\
      <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Header/><SOAP-ENV:Body>\
      <samlp:Request xmlns:samlp="\(CASAnswer.samlProtocol)" MajorVersion="1" MinorVersion="1" \
      RequestID="\(id)" IssueInstant="\(WireInstant.text(issued))">\
      <samlp:AssertionArtifact>\(ticket.text)</samlp:AssertionArtifact></samlp:Request>\
      </SOAP-ENV:Body></SOAP-ENV:Envelope>
      """.utf8
    )
  }
}
