import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// Sends a browser elsewhere, with a `GET`, and leaves no trace of where it comes from: the address may hold a ticket.
  static func casRedirect(to location: String) -> Response {
    Response(status: .seeOther, headers: quiet([.location: location]))
  }

  /// An answer that says nothing, whatever was asked.
  static func casSilence() -> Response {
    Response(status: .ok, headers: quiet([.contentType: "text/plain; charset=utf-8"]))
  }

  static func quiet(_ fields: HTTPFields) -> HTTPFields {
    var fields = fields
    fields[.cacheControl] = "no-store"
    fields[.referrerPolicy] = "no-referrer"
    return fields
  }
}

extension HTTPField.Name {
  static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}

extension CASProtection {
  /// The answer that tells somebody what happened: a page, or JSON for programs.
  func answer(_ notice: CASNotice, asData: Bool = false) -> Response {
    var headers = Response.quiet([
      .contentType: asData ? "application/json; charset=utf-8" : "text/html; charset=utf-8"
    ])
    if notice.status == 401 { headers[.wwwAuthenticate] = "CAS" }
    let text = asData ? data(notice) : settings.page(notice)
    return Response(
      status: .init(code: notice.status),
      headers: headers,
      body: .init(byteBuffer: ByteBuffer(string: text))
    )
  }

  private struct Failure: Encodable {
    struct Content: Encodable {
      var code: String
      var message: String
      var signIn: String?
    }
    var error: Content
  }

  private func data(_ notice: CASNotice) -> String {
    let failure = Failure(error: .init(code: notice.kind.rawValue, message: notice.explanation, signIn: notice.signIn))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(failure)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
