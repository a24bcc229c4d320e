/// Turns a secured part into its wire form and back (session document 5.1).
///
/// Requests are written as hexadecimal text *before* they are compressed; responses are not. Reading goes by trial,
/// so that either form is understood in either direction.
package struct SecuredCodec: Sendable, Hashable {
  /// Which way a message goes.
  package enum Direction: Sendable, Hashable {
    case request, response
  }

  /// At most this many bytes may come out of one secured part: 64 MB.
  package static let limit = 64 << 20

  /// Whether secured parts are encrypted.
  package var encrypts: Bool

  /// Whether secured parts are compressed.
  package var compresses: Bool

  package init(encrypts: Bool, compresses: Bool) {
    self.encrypts = encrypts
    self.compresses = compresses
  }

  /// The wire form: the object itself, or hexadecimal text.
  package func encode(
    _ part: JSONValue,
    _ direction: Direction,
    cipher: SessionCipher
  ) throws(WireError) -> JSONValue {
    guard encrypts || compresses else { return part }
    var bytes = part.bytes(asciiOnly: direction == .response)
    if compresses {
      if direction == .request { bytes = Array(Hex.encode(bytes).utf8) }
      bytes = try RawDeflate.compress(bytes)
    }
    if encrypts { bytes = cipher.encrypt(bytes) }
    return .string(Hex.encode(bytes, uppercase: direction == .response))
  }

  /// The JSON of a wire form.
  package func decode(_ part: JSONView, cipher: SessionCipher) throws(WireError) -> JSONView {
    if part.isObject { return part }
    guard let text = part.string else {
      throw WireError(.unexpected, "secured part", "expected an object or a text")
    }
    guard var bytes = Hex.decode(text) else {
      throw WireError(.syntax, "secured part", "the text is not hexadecimal")
    }
    if encrypts { bytes = try cipher.decrypt(bytes) }
    if !SecuredCodec.looksLikeObject(bytes) {
      bytes = try RawDeflate.decompress(bytes, limit: SecuredCodec.limit)
      if !SecuredCodec.looksLikeObject(bytes), let inner = Hex.decode(bytes) { bytes = inner }
    }
    do {
      return try JSONDocument(bytes).root
    } catch {
      throw WireError(.syntax, "secured part", "not JSON: \(error)")
    }
  }

  private static func looksLikeObject(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { $0 != 0x20 && !(0x09...0x0d).contains($0) }
    return first == UInt8(ascii: "{")
  }
}
