/// A remote function: its name on the wire, and the shapes of its question and its answer.
///
/// Each has a folder with three files: `<Name>.swift`, `<Name>+Request.swift` and `<Name>+Response.swift`. The client
/// writes requests and reads responses, the school does the reverse, with the same types.
package protocol RemoteFunction: SendableMetatype {
  associatedtype Request: WireMessage
  associatedtype Response: WireMessage

  /// The name on the wire.
  static var name: String { get }
}

extension RemoteFunction {
  /// A call of the function, ready to be numbered and sealed.
  package static func call(_ request: Request, tab: Int? = nil, member: WireElement? = nil) -> WireCall {
    let payload = request.json
    return WireCall(
      function: name,
      payload: payload == .object([]) ? nil : payload,
      signature: tab.map { WireSignature(onglet: $0, membre: member) }
    )
  }
}

/// A payload that can be read from an answer and written into one.
package protocol WireMessage: Sendable {
  /// Reads a payload. Members that are absent take their defaults; only what nothing works without throws.
  init(_ view: JSONView) throws(WireError)

  /// The payload as JSON.
  var json: JSONValue { get }
}

/// A payload without members.
package struct NoPayload: WireMessage {
  package init() {}
  package init(_ view: JSONView) throws(WireError) {}
  package var json: JSONValue { .object([]) }
}
