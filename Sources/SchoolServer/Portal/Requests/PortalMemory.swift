import Foundation
import PronoteWire
import WebSession

/// What the cookie `lemonldappdata` holds: a request to the CAS issuer that has to wait for a sign-in (document c.8,
/// c.10). The request itself is behind a token; while the cookie is there, it is answered before any other.
struct PortalMemory: Sendable {
  static let cookie = "lemonldappdata"

  /// The token of the request.
  var request: String?
  /// What follows `/cas/` in its path.
  var path: [String] = []
  /// Where to go after the sign-in, in base64.
  var address: String?
  /// When the request was made, in seconds.
  var time: Int?

  init() {}

  /// Reads the cookie; a broken one holds nothing.
  init(cookie value: String?) {
    guard let text = value?.removingPercentEncoding, let view = try? JSONDocument(Array(text.utf8)).root else { return }
    request = view["issuerRequestcas"]?.string
    path = view["issuerRequestcasPath"]?.elements.compactMap(\.string) ?? []
    address = view["_url"]?.string
    time = view["issuerTs"]?.int
  }

  var isEmpty: Bool { request == nil && address == nil && time == nil }

  /// Drops the request, and keeps where to go.
  mutating func forgetRequest() {
    request = nil
    path = []
  }

  /// Drops what is of no use once a session is there.
  mutating func keepRequestOnly() {
    address = nil
    time = nil
  }

  /// The value of the cookie.
  var text: String {
    let keeps: JSONValue? = request == nil ? nil : ["issuerRequestcas", "issuerRequestcasPath"]
    let json = JSONValue.object(present: [
      "issuerRequestcas": request.map { .string($0) },
      "issuerRequestcasPath": request == nil ? nil : .array(path.map { .string($0) }),
      "keepPdata": keeps, "_url": address.map { .string($0) }, "issuerTs": time.map { .integer($0) },
    ])
    return PercentEncoding.encodedValue(json.text())
  }
}
