import Pronote
import PronoteWire
import SchoolModel

/// What is known about a school's server, for people and for programs.
struct ProbeReport {
  private let school: School?
  private let description: SchoolDescription

  init(_ school: School?, _ description: SchoolDescription) {
    self.school = school
    self.description = description
  }

  /// The object that `trousse probe --json` prints.
  var json: JSONValue {
    [
      "url": .string(orNull: school?.root),
      "name": .string(orNull: description.name),
      "version": .string(orNull: description.version),
      "dialect": .string(orNull: description.dialect),
      "isNewerThanKnown": .bool(description.isNewerThanKnown),
      "spaces": .array(
        description.spaces.map {
          ["space": .string($0.space.name), "name": .string($0.name), "page": .string($0.page)]
        }
      ),
      "cas": description.centralSignIn.map { ["isActive": .bool($0.isActive), "url": .string(orNull: $0.url)] }
        ?? .null,
    ]
  }

  /// The lines for people.
  func lines(in terminal: Terminal) -> [String] {
    var table = TextTable([.init(""), .init("", minimumWidth: 20)])
    func add(_ name: String, _ value: String) {
      table.rows.append([StyledText(name, .dim), StyledText(value)])
    }
    let newer = description.isNewerThanKnown ? ", newer than this tool knows" : ""
    if let school { add("Address", school.root) }
    add("Version", description.version ?? "unknown")
    add("Dialect", (description.dialect ?? "unknown") + newer)
    for (index, space) in description.spaces.enumerated() {
      add(index == 0 ? "Spaces" : "", "\(space.space.name): \(space.name) (\(space.page))")
    }
    if let cas = description.centralSignIn {
      add("CAS", (cas.isActive ? "active" : "not active") + (cas.url.map { ", \($0)" } ?? ""))
    } else {
      add("CAS", "none")
    }
    return terminal.heading(description.name ?? "School without a name") + table.lines(in: terminal)
  }
}
