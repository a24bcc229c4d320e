import Foundation
import SchoolModel

extension School: CustomStringConvertible, CustomReflectable {
  /// The address, the space and the zone: `School(https://0310047h.index-education.net/pronote, Europe/Paris)`.
  public var description: String {
    let facts = [root, space?.description, timeZone.identifier].compactMap(\.self)
    return "School(\(facts.joined(separator: ", ")))"
  }
  /// The same. Of a time zone, Foundation would show how it is kept.
  public var customMirror: Mirror {
    Mirror(self, children: ["root": root, "space": space as Any, "timeZone": timeZone.identifier])
  }
}

extension SchoolDescription: CustomStringConvertible {
  /// Name, version, dialect, spaces and central sign-in:
  /// `SchoolDescription(COLLÈGE, PRONOTE 2026.2.5, dialect e, spaces student and parent, CAS at https://…)`.
  public var description: String {
    let facts = [
      name, "PRONOTE \(version ?? "of an unknown version")", dialect.map { "dialect \($0)" },
      isNewerThanKnown ? "newer than known" : nil,
      spaces.isEmpty ? "no spaces" : "spaces " + spaces.map(\.space.description).joined(separator: " and "),
      centralSignIn.flatMap { $0.isActive ? "CAS at \($0.url ?? "an unknown address")" : nil },
    ]
    return "SchoolDescription(\(facts.compactMap(\.self).joined(separator: ", ")))"
  }
}
