import PronoteWire
import Testing

extension ServerChannel {
  /// Opens what has to be a new call.
  func newCall(body: [UInt8], pathOrder: String) throws -> Incoming {
    let call: Incoming? = if case .call(let call) = try open(body: body, pathOrder: pathOrder) { call } else { nil }
    return try #require(call, "taken for a repetition")
  }

  /// The stored answer to what has to be a repetition.
  func repeatedAnswer(body: [UInt8], pathOrder: String) throws -> [UInt8] {
    let answer: [UInt8]? =
      if case .repeated(_, let answer) = try open(body: body, pathOrder: pathOrder) { answer } else { nil }
    return try #require(answer, "taken for a new call")
  }
}
