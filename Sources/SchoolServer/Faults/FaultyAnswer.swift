import Foundation
import Hummingbird
import NIOCore
import PronoteWire

/// An answer on its way out, where the faults of a function strike.
struct FaultyAnswer: Sendable {
  /// Thrown in the middle of an answer so that the connection closes without the rest.
  private struct ConnectionDropped: Error {}

  let faults: FaultPlan
  let function: String
  let bytes: [UInt8]
  /// The session's cipher where secured parts are encrypted; nil in the clear.
  let cipher: SessionCipher?

  func response(otherwise send: ([UInt8]) -> Response) async throws -> Response {
    if faults.strikes(.dropReply, function: function) { return cutOff(after: 0) }
    if faults.strikes(.truncate, function: function) { return send(Array(bytes.prefix(bytes.count / 2))) }
    if faults.strikes(.html, function: function) {
      return Response(
        status: .ok,
        headers: [.contentType: "text/html; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: "<html><body><h1>Service de maintenance</h1></body></html>"))
      )
    }
    if faults.strikes(.garble, function: function) { return send(garbled()) }
    if faults.strikes(.bomb, function: function) { return send(try bomb()) }
    if faults.strikes(.wrongOrder, function: function) { return send(misnumbered()) }
    if faults.strikes(.stall, function: function) {
      // Longer than any deadline; ends with the connection or the server.
      try await Task.sleep(for: .seconds(3600))
    }
    return send(bytes)
  }

  /// Announces the whole answer, sends a part of it, and closes the connection.
  private func cutOff(after count: Int) -> Response {
    let part = ByteBuffer(bytes: bytes.prefix(count))
    return Response(
      status: .ok,
      headers: [.contentType: "application/json", .contentLength: String(bytes.count)],
      body: .init { writer in
        try await writer.write(part)
        throw ConnectionDropped()
      }
    )
  }

  private var envelope: JSONValue {
    (try? JSONDocument(bytes).root.value) ?? .object([])
  }

  private func replacing(_ names: [String], with change: (JSONValue) -> JSONValue) -> [UInt8] {
    guard case .object(let members) = envelope else { return bytes }
    return JSONValue.object(
      members.map { names.contains($0.name) ? .init($0.name, change($0.value)) : $0 }
    ).bytes(asciiOnly: true)
  }

  /// Cipher text of whole blocks that decrypts to nothing; a text that is no cipher text where none is expected.
  private func garbled() -> [UInt8] {
    replacing(["dataSec", "donneesSec"]) { _ in .string(Hex.encode(RandomBytes.make(64), uppercase: true)) }
  }

  private func misnumbered() -> [UInt8] {
    replacing(["no", "numeroOrdre"]) { _ in .string(Hex.encode(RandomBytes.make(16), uppercase: true)) }
  }

  /// A secured part of some 100 KB that inflates to 100 MB.
  private func bomb() throws -> [UInt8] {
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 100 << 20)
    let compressed = try RawDeflate.compress(Array("[".utf8) + blanks)
    let sealed = cipher?.encrypt(compressed) ?? compressed
    return replacing(["dataSec", "donneesSec"]) { _ in .string(Hex.encode(sealed, uppercase: true)) }
  }
}
