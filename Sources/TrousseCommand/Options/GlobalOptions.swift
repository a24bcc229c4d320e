package import ArgumentParser
import Foundation

/// The options that every command takes.
package struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where accounts are stored.",
      discussion: "Default: $XDG_STATE_HOME/trousse, or ~/.local/state/trousse.",
      valueName: "directory"
    )
  )
  package var vault: String?

  @Option(
    help: ArgumentHelp(
      "The account to use, where several are stored: its id, its space, or a part of its owner's or a child's name.",
      valueName: "id or name"
    )
  )
  package var account: String?

  @Option(
    help: ArgumentHelp(
      "The child of a parent's account: the name or a part of it; 'all' for each (JSON: {\"students\":[…]}).",
      valueName: "name"
    )
  )
  package var child: String?

  @Flag(help: "Sign in anew, in place of going on in the session that was kept.")
  package var fresh = false

  @Flag(help: "Tell every step on standard error.")
  package var verbose = false

  @Flag(help: "Print JSON.")
  package var json = false

  @Option(help: ArgumentHelp("How long any one step may take, 1 to 3600.", valueName: "seconds"))
  package var deadline: Double = 30

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Run unattended: requests are spaced, and nothing is sent at night and in the school's holidays.",
      discussion: "Default: when neither standard input nor output nor error is a terminal."
    )
  )
  package var unattended: Bool?

  package init() {}

  package mutating func validate() throws {
    guard (1...3600).contains(deadline) else { throw ValidationError("--deadline must be between 1 and 3600 seconds") }
  }

  /// Whether this command runs unattended.
  package var isUnattended: Bool { unattended ?? !(0...2).contains { isatty($0) == 1 } }

  /// The longest time that one step may take.
  package var stepDeadline: Duration { .milliseconds(Int(deadline * 1000)) }

  /// Where this command writes.
  package var console: Console { Console(isJSON: json, isVerbose: verbose) }
}
