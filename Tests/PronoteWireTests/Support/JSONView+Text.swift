import PronoteWire

extension JSONView {
  /// Parses a literal of a test.
  init(text: String) throws {
    self = try JSONDocument(Array(text.utf8)).root
  }

  /// Sends a value over the wire in the form that schools use: ASCII only.
  init(sending value: JSONValue) throws {
    self = try JSONDocument(value.bytes(asciiOnly: true)).root
  }
}

extension WireMessage {
  /// Reads a literal of a test.
  init(text: String) throws {
    try self.init(JSONView(text: text))
  }

  /// What arrives when the message is written, sent and read.
  func sent() throws -> Self {
    try Self(JSONView(sending: json))
  }
}
