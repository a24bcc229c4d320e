/// A request to a web server.
public struct WebRequest: Sendable {
  /// What is asked for.
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case head = "HEAD"
  }

  /// What is asked for.
  public var method: Method

  /// Where it is asked.
  public var address: WebAddress

  /// Header fields, in the order in which they are sent. `Host` and `Content-Length` are the transport's affair.
  public var headers: [(name: String, value: String)]

  /// The body, nil when there is none.
  public var body: [UInt8]?

  /// A request of these parts.
  public init(
    method: Method,
    address: WebAddress,
    headers: [(name: String, value: String)] = [],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
  }

  /// Asks for what is at an address.
  public static func get(_ address: WebAddress, headers: [(name: String, value: String)] = []) -> WebRequest {
    WebRequest(method: .get, address: address, headers: headers)
  }

  /// Posts bytes of a media type.
  public static func post(
    _ address: WebAddress,
    body: [UInt8],
    contentType: String,
    headers: [(name: String, value: String)] = []
  ) -> WebRequest {
    WebRequest(method: .post, address: address, headers: headers + [("Content-Type", contentType)], body: body)
  }

  /// Posts the fields of a form as `application/x-www-form-urlencoded`.
  public static func post(
    _ address: WebAddress,
    form fields: [(name: String, value: String)],
    headers: [(name: String, value: String)] = []
  ) -> WebRequest {
    .post(
      address,
      body: Array(FormEncoding.encode(fields).utf8),
      contentType: FormEncoding.contentType,
      headers: headers
    )
  }

  /// The first header field of that name, compared without regard to case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.equalsIgnoringASCIICase(name) }?.value
  }
}

extension WebRequest: CustomStringConvertible, CustomReflectable {
  /// Method and address. Leaves out the query, the header fields and the body, which may hold secrets.
  public var description: String { "\(method.rawValue) \(address.withoutQuery)" }

  /// Shows no more than the description.
  public var customMirror: Mirror {
    Mirror(self, children: ["method": method.rawValue, "address": address.withoutQuery.description])
  }
}
