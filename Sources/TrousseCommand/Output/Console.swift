package import PronoteWire
import Foundation

/// Where a command writes: data to standard output, everything else to standard error.
package struct Console: Sendable {
  /// What standard output can show.
  package let output: Terminal

  /// Whether data is printed as JSON.
  package let isJSON: Bool

  /// Whether every step is told on standard error.
  package let isVerbose: Bool

  private let showsProgress: Bool

  /// The console of this process.
  package init(isJSON: Bool, isVerbose: Bool) {
    output = .current(descriptor: 1)
    self.isJSON = isJSON
    self.isVerbose = isVerbose
    showsProgress = !isVerbose && Terminal.current(descriptor: 2).isTerminal
  }

  /// Writes lines to standard output.
  package func print(_ lines: [String]) throws {
    try Console.write(lines.joined(separator: "\n") + "\n", to: 1)
  }

  /// Writes one JSON value to standard output: on one line, or over many when a person looks.
  package func print(_ value: JSONValue, isCompact: Bool = false) throws {
    try Console.write(Console.text(of: value, pretty: output.isTerminal && !isCompact) + "\n", to: 1)
  }

  /// Tells a step on standard error, under `--verbose` only.
  package func trace(_ step: @autoclosure () -> String) {
    if isVerbose { Console.warn("trousse: " + step().printable) }
  }

  /// Shows what is going on, where a person looks at standard error; the next call replaces it, nil clears it.
  package func progress(_ step: String?) {
    if let step { trace(step) }
    if showsProgress { try? Console.write("\r\u{1B}[K" + (step.map { $0 + " …" } ?? ""), to: 2) }
  }

  /// Writes a line to standard error.
  package static func warn(_ line: String) {
    try? write(line + "\n", to: 2)
  }

  /// Writes a question to standard error; the answer stands on the same line.
  package static func ask(_ question: String) {
    try? write(question, to: 2)
  }

  /// The JSON text of a value, with nothing in it that a terminal would obey.
  package static func text(of value: JSONValue, pretty: Bool) -> String {
    let text = value.text(pretty: pretty)
    guard text.unicodeScalars.contains(where: { (0x7F...0x9F).contains($0.value) }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if (0x7F...0x9F).contains(scalar.value) {
        result += "\\u00" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes all of a text, however many calls that takes.
  private static func write(_ text: String, to descriptor: Int32) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, 1000)
      } else if errno != EINTR {
        let isPipe = errno == EPIPE
        throw CommandFailure(
          .outputFailed,
          step: "output",
          String(cString: strerror(errno)),
          status: isPipe ? .signal(SIGPIPE) : .failure
        )
      }
    }
  }
}
