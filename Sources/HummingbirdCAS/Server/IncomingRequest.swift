import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// A request of HTTP/1, as far as it has come.
struct IncomingRequest: Sendable {
  let head: HTTPRequest
  let isKeepAlive: Bool
  /// Whether the sender knows less than HTTP/1.1.
  let isOld: Bool
  var body = ByteBuffer()

  init(_ head: HTTPRequestHead) throws {
    isKeepAlive = head.isKeepAlive
    isOld = head.version.major == 1 && head.version.minor == 0
    self.head =
      if head.uri.utf8.first == UInt8(ascii: "/") {
        // What the conversion below does too, after looking for an address with a host.
        HTTPRequest(
          method: try HTTPRequest.Method(head.method),
          scheme: "http",
          authority: head.headers.first(name: "host"),
          path: head.uri,
          headerFields: HTTPFields(head.headers, splitCookie: false)
        )
      } else {
        try HTTPRequest(head, secure: false, splitCookie: false)
      }
  }
}
