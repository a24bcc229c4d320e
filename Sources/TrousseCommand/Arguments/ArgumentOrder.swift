/// Puts options that stand before the command behind it: `trousse --json grades` means `trousse grades --json`.
package enum ArgumentOrder {
  private static let valued: Set<String> = ["--vault", "--account", "--child", "--deadline"]
  private static let flags: Set<String> = ["--json", "--verbose", "--fresh", "--unattended", "--no-unattended"]

  /// The options that may stand before the command.
  static var options: [String] { (valued.union(flags)).sorted() }

  /// The arguments with leading global options moved to the end, though never beyond `--`.
  package static func normalized(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if flags.contains(first) || valued.contains(where: { first.hasPrefix($0 + "=") }) {
        leading.append(rest.removeFirst())
      } else if valued.contains(first), rest.count >= 2 {
        leading += [rest.removeFirst(), rest.removeFirst()]
      } else {
        break
      }
    }
    // Without a command there is nothing to put them behind.
    guard !rest.isEmpty else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end] + leading + rest[end...])
  }

  /// Whether JSON was asked for, as far as can be told of arguments that may make no sense.
  package static func asksForJSON(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
  }
}
