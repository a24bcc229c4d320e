/// How the tool ends: the exit codes of its contract (a selection of `sysexits.h`).
package struct ExitStatus: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// Done.
  package static let success = ExitStatus(rawValue: 0)
  /// A failure that has no code of its own.
  package static let failure = ExitStatus(rawValue: 1)
  /// Wrong usage: an option, a name or an address that cannot be right.
  package static let usage = ExitStatus(rawValue: 64)
  /// Something that was read (a file, a page, an answer) makes no sense.
  package static let unreadableInput = ExitStatus(rawValue: 65)
  /// The server or the network does not answer.
  package static let unavailable = ExitStatus(rawValue: 69)
  /// A fault of this program.
  package static let internalFault = ExitStatus(rawValue: 70)
  /// Try again later: too many requests, a suspension, a busy server.
  package static let tryLater = ExitStatus(rawValue: 75)
  /// The server said no: wrong credentials, a disabled account, a page this account may not see.
  package static let refused = ExitStatus(rawValue: 77)
  /// A person has to do something first: a second factor, a choice, a file's permissions.
  package static let needsPerson = ExitStatus(rawValue: 78)

  /// Ended by a signal, numbered as shells do: 130 for an interrupt, 143 for a termination.
  package static func signal(_ number: Int32) -> ExitStatus {
    ExitStatus(rawValue: 128 + number)
  }
}
