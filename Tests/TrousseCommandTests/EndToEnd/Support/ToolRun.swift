import Foundation
import PronoteWire

/// What came of one run of the tool.
struct ToolRun: Sendable, CustomStringConvertible {
  /// The arguments that it was started with.
  var arguments: [String]
  /// Its exit code; nil when a signal ended it before it could end itself.
  var status: Int32?
  /// Every byte of standard output.
  var output: [UInt8]
  /// Every byte of standard error.
  var errors: [UInt8]
  /// How long it ran.
  var duration: Duration

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  var outputLines: [Substring] { outputText.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
  var errorLines: [Substring] { errorText.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

  /// The one JSON value on standard output, which ends with a line break.
  func json() throws -> JSONView {
    guard output.last == UInt8(ascii: "\n") else { throw NoJSON(run: self) }
    // Another reader than ours has to take it, too.
    _ = try JSONSerialization.jsonObject(with: Data(output))
    return try JSONDocument(output).root
  }

  struct NoJSON: Error, CustomStringConvertible {
    let run: ToolRun
    var description: String { "no JSON on standard output of \(run)" }
  }

  var description: String {
    """
    trousse \(arguments.joined(separator: " ")): \(status.map(String.init) ?? "a signal") after \(duration)
    stdout: \(outputText.prefix(2000))
    stderr: \(errorText.prefix(2000))
    """
  }
}
