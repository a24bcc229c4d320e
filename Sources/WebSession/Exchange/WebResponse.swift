/// What a server answered.
public struct WebResponse: Sendable {
  /// The status, such as 200.
  public var status: Int

  /// Header fields in the order in which they came.
  public var headers: [(name: String, value: String)]

  /// The body, decompressed.
  public var body: [UInt8]

  /// The address that answered: after redirects, the last one.
  public var address: WebAddress

  /// An answer of these parts.
  public init(
    status: Int,
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = [],
    address: WebAddress
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.address = address
  }

  /// The first header field of that name, compared without regard to case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.equalsIgnoringASCIICase(name) }?.value
  }

  /// All header fields of that name, compared without regard to case.
  public func headers(_ name: String) -> [String] {
    headers.filter { $0.name.equalsIgnoringASCIICase(name) }.map(\.value)
  }

  /// Whether the server sends the client elsewhere: 301, 302, 303, 307 or 308 with a `Location`.
  public var isRedirect: Bool {
    switch status {
    case 301, 302, 303, 307, 308: header("Location") != nil
    default: false
    }
  }
}

extension WebResponse: CustomStringConvertible, CustomReflectable {
  /// Status, address and size. Leaves out the query, the header fields and the body, which may hold secrets.
  public var description: String { "\(status) from \(address.withoutQuery), \(body.count) bytes" }

  /// Shows no more than the description.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: ["status": status, "address": address.withoutQuery.description, "bytes": body.count]
    )
  }
}
