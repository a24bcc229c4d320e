import ArgumentParser

/// A command or an option that does not exist, and the one that was probably meant.
package enum UnknownName {
  /// What people who know PRONOTE in French may type.
  private static let french = [
    "emploi-du-temps": "timetable", "emploi": "timetable", "edt": "timetable", "planning": "timetable",
    "devoirs": "homework", "cahier-de-textes": "homework", "notes": "grades", "moyennes": "averages",
    "ecole": "school", "etablissement": "school", "connexion": "login", "deconnexion": "logout",
    "comptes": "accounts", "portail": "portal",
  ]

  /// The failure for the first word that stands where a command has to, and is none; nil when there is no such word.
  package static func command(in arguments: [String]) -> CommandFailure? {
    let (path, type, rest) = walk(arguments.first == "help" ? arguments.dropFirst() : arguments[...])
    let commands = type.configuration.subcommands
    guard let word = rest.first, !word.hasPrefix("-"), !commands.isEmpty else { return nil }
    let names = commands.flatMap(names)
    let meant = french[NameMatch.folded(word)].flatMap { names.contains($0) ? $0 : nil }
    return failure("command", word, meant: meant ?? NearestName.of(word, among: names), path)
  }

  /// The failure for the first option that the command does not have; nil when it has all of them.
  ///
  /// Only for arguments that the parser refused: what looks like an option may be the value of one.
  package static func option(in arguments: [String]) -> CommandFailure? {
    let (path, type, rest) = walk(arguments[...])
    let names = options(of: type)
    let given = rest.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
    guard let unknown = given.first(where: { !names.contains($0) }) else { return nil }
    let meant = NearestName.of(unknown, among: names)
    // Before the command it may be an option of the command.
    guard meant != nil || type.configuration.subcommands.isEmpty else { return nil }
    return failure("option", unknown, meant: meant, path)
  }

  private static func failure(_ kind: String, _ name: String, meant: String?, _ path: [String]) -> CommandFailure {
    let help = (path + ["--help"]).joined(separator: " ")
    return .usage("there is no \(kind) '\(name)'; " + (meant.map { "did you mean '\($0)'?" } ?? "see '\(help)'"))
  }

  /// Follows the names of commands. Returns the names, the last command, and what stands behind it.
  private static func walk(
    _ arguments: ArraySlice<String>
  ) -> (path: [String], type: any ParsableCommand.Type, rest: ArraySlice<String>) {
    var (path, type, rest) = (["trousse"], Trousse.self as any ParsableCommand.Type, arguments)
    while let word = rest.first, let next = type.configuration.subcommands.first(where: { names($0).contains(word) }) {
      (path, type, rest) = (path + [word], next, rest.dropFirst())
    }
    return (path, type, rest)
  }

  private static func names(_ type: any ParsableCommand.Type) -> [String] {
    [type.configuration.commandName].compactMap(\.self) + type.configuration.aliases
  }

  /// The long options of a command. Its help text is the only place that lists them.
  private static func options(of type: any ParsableCommand.Type) -> [String] {
    let isRoot = type == Trousse.self
    let command = type.configuration.defaultSubcommand ?? type
    return Trousse.helpMessage(for: command).split(separator: "\n")
      .filter { $0.hasPrefix("  -") }
      .flatMap { line in
        line.dropFirst(2).firstRange(of: "  ").map { line[..<$0.lowerBound] }.map(longOptions)
          ?? longOptions(line)
      } + (isRoot ? ArgumentOrder.options + ["--version"] : [])
  }

  private static func longOptions(_ text: Substring) -> [String] {
    text.split { " ,/".contains($0) }.filter { $0.hasPrefix("--") }.map(String.init)
  }
}
