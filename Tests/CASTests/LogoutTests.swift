import CAS
import Foundation
import PronoteWire
import Testing

@Suite struct `Single logout` {
  private static func xml(_ indexes: String...) -> String {
    """
    <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="x1" Version="2.0" \
    IssueInstant="2026-11-25T21:00:00Z"><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>\
    \(indexes.map { "<samlp:SessionIndex>\($0)</samlp:SessionIndex>" }.joined())</samlp:LogoutRequest>
    """
  }

  private static func form(_ xml: String, name: String = "logoutRequest") -> [UInt8] {
    Array("\(name)=\(xml.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")".utf8)
  }

  @Test func `comes as a form field and as bare XML`() throws {
    for type in ["application/x-www-form-urlencoded", nil, "text/xml"] {
      let form = try LogoutRequest.backChannel(contentType: type, body: Self.form(Self.xml("ST-1")))
      #expect(form == LogoutRequest(id: "x1", sessionIndexes: ["ST-1"]))
      let padded = try LogoutRequest.backChannel(contentType: type, body: Self.form(Self.xml(" ST-1 ")))
      #expect(padded.sessionIndexes == [" ST-1 "], "which is no ticket")
      let bare = try LogoutRequest.backChannel(contentType: type, body: Array(Self.xml("ST-1", "ST-2").utf8))
      #expect(bare.sessionIndexes == ["ST-1", "ST-2"])
    }
    #expect(try LogoutRequest.backChannel(contentType: nil, body: Self.form(Self.xml())).sessionIndexes.isEmpty)
    #expect(CASTicket.digest(of: "ST-1") == (try CASTicket("ST-1")).digest)
  }

  @Test func `b14 is nothing else`() {
    let bodies: [([UInt8], String?)] = [
      ([], nil), (Array("logoutRequest=".utf8), nil), (Self.form("x"), nil),
      (Self.form(Self.xml("a"), name: "other"), nil),
      (Self.form(Self.xml("a")) + Array("&".utf8) + Self.form(Self.xml("b")), nil),
      (Self.form(Self.xml("a")), "multipart/form-data; boundary=x"), (Array(Self.xml("a<b/>").utf8), nil),
      (Array(Self.xml("a").replacing("SAML:2.0:protocol", with: "evil").utf8), nil),
      (Array(Self.xml(String(repeating: "a", count: 70_000)).utf8), nil), ([0xFF, 0xFE], nil),
    ]
    for (body, type) in bodies {
      let error = #expect(throws: CASError.self) { try LogoutRequest.backChannel(contentType: type, body: body) }
      #expect(error?.code == .malformedAnswer)
    }
  }

  @Test func `comes through the browser, deflated and bounded`() throws {
    let deflated = try RawDeflate.compress(Array(Self.xml("ST-1").utf8))
    let raw = Data(deflated).base64EncodedString()
    let encoded = raw.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    for name in ["SAMLRequest", "logoutRequest"] {
      let request = try LogoutRequest.frontChannel(query: "RelayState=abc&\(name)=\(encoded)")
      #expect(request.sessionIndexes == ["ST-1"])
    }
    let bomb = try RawDeflate.compress([UInt8](repeating: 0x20, count: 50 << 20))
    let query = "SAMLRequest=" + Data(bomb).base64EncodedString().replacing("+", with: "%2B")
    for bad in [
      query, "", "SAMLRequest=", "SAMLRequest=!!", "SAMLRequest=AAAA", "SAMLRequest=\(encoded)&SAMLRequest=\(encoded)",
    ] {
      #expect(#expect(throws: CASError.self) { try LogoutRequest.frontChannel(query: bad) }?.code == .malformedAnswer)
    }
  }
}
