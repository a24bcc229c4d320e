import Foundation
import Synchronization

/// Asks the person at the terminal. Questions go to standard error, answers come from standard input.
enum Question {
  /// Whether an answer is waited for: an interrupt then ends the process at once, because nothing can wake it.
  static let isWaiting = Mutex(false)

  /// Whether there is anybody to ask.
  static var canBeAsked: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Asks for something that the terminal does not show.
  ///
  /// - Throws: ``CommandFailure`` when nothing is answered.
  static func hidden(_ text: String, step: String) throws -> String {
    TerminalEcho.hide()
    defer {
      TerminalEcho.restore()
      Console.warn("")
    }
    return try answer(to: text + ": ", step: step)
  }

  /// Asks for a new secret twice, until both answers are the same.
  ///
  /// - Throws: ``CommandFailure`` when nothing is answered.
  static func newSecret(_ text: String, step: String) throws -> String {
    while true {
      let first = try hidden(text, step: step)
      if try hidden("The same again", step: step) == first { return first }
      Console.warn("These are not the same.")
    }
  }

  /// Asks for something; nothing at all means `suggestion`.
  ///
  /// - Throws: ``CommandFailure`` when nothing is answered and nothing suggested.
  static func shown(_ text: String, suggestion: String? = nil, step: String) throws -> String {
    try answer(to: text + (suggestion.map { " [\($0)]" } ?? "") + ": ", suggestion: suggestion, step: step)
  }

  /// The next line of standard input, whatever that is; asked for where it is a terminal.
  ///
  /// - Throws: ``CommandFailure`` when there is none.
  static func nextLine(_ text: String, step: String) throws -> String {
    if canBeAsked { return try shown(text, step: step) }
    guard let line = line(), !line.isEmpty else {
      throw CommandFailure.usage("standard input holds no answer", step: step)
    }
    return line
  }

  private static func answer(to question: String, suggestion: String? = nil, step: String) throws -> String {
    Console.ask(question)
    let line = line() ?? ""
    guard let answer = line.isEmpty ? suggestion : line, !answer.isEmpty else {
      throw CommandFailure.usage("there was no answer", step: step)
    }
    return answer
  }

  private static func line() -> String? {
    isWaiting.withLock { $0 = true }
    defer { isWaiting.withLock { $0 = false } }
    return readLine(strippingNewline: true)
  }
}

extension GlobalOptions {
  /// Whether this command may ask the person at the terminal.
  var canAsk: Bool { !isUnattended && Question.canBeAsked }
}
