package import PronoteWire

/// Why a command failed, as the person at the terminal gets to see it: one line, one code, one exit status.
package struct CommandFailure: Error, Sendable {
  /// A short name of what went wrong, for scripts. An open set: errors of the libraries keep their own codes.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The command line makes no sense.
    package static let usage = Code(rawValue: "usage")
    /// There is no stored account, or not the one that was named.
    package static let noAccount = Code(rawValue: "noAccount")
    /// Several accounts are stored and none was chosen.
    package static let ambiguousAccount = Code(rawValue: "ambiguousAccount")
    /// The account has no such student, or no student at all.
    package static let unknownStudent = Code(rawValue: "unknownStudent")
    /// The account has several children and none was chosen.
    package static let ambiguousStudent = Code(rawValue: "ambiguousStudent")
    /// The school has no such grading period.
    package static let unknownPeriod = Code(rawValue: "unknownPeriod")
    /// A file cannot be read, or holds something else than it should.
    package static let unreadableFile = Code(rawValue: "unreadableFile")
    /// Nothing can be written to standard output.
    package static let outputFailed = Code(rawValue: "outputFailed")
    /// The login needs a second factor.
    package static let needsSecondFactor = Code(rawValue: "needsSecondFactor")
    /// The command was interrupted.
    package static let cancelled = Code(rawValue: "cancelled")
    /// Something else.
    package static let unexpected = Code(rawValue: "unexpected")
  }

  /// What went wrong.
  package var code: Code

  /// What the tool was doing: `arguments`, `signIn`, `timetable`.
  package var step: String

  /// One sentence for people, without a full stop. Never holds a secret.
  package var message: String

  /// What was observed, for the JSON form.
  package var facts: [JSONValue.Member]

  /// How the tool ends.
  package var status: ExitStatus

  /// Whether standard output has its JSON already: a part of what was asked for.
  package var hasPrinted = false

  /// A failure with these facts.
  package init(
    _ code: Code,
    step: String,
    _ message: String,
    facts: [JSONValue.Member] = [],
    status: ExitStatus
  ) {
    self.code = code
    self.step = step
    self.message = message
    self.facts = facts
    self.status = status
  }

  /// Something in the arguments that cannot be right.
  package static func usage(_ message: String, code: Code = .usage, step: String = "arguments") -> CommandFailure {
    CommandFailure(code, step: step, message, status: .usage)
  }
}

extension CommandFailure {
  /// The line for standard error: `trousse: signIn: the password was refused (wrongCredentials)`.
  package var line: String {
    "trousse: \(step.printable): \(message.printable) (\(code.rawValue.printable))"
  }

  /// The object for standard output under `--json`.
  package var json: JSONValue {
    [
      "error": [
        "code": .string(code.rawValue),
        "step": .string(step),
        "message": .string(message),
        "facts": .object(facts),
      ]
    ]
  }
}
