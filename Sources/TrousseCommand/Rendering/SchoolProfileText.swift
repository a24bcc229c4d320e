import Foundation
package import SchoolModel

/// What a school says about itself, for people.
package struct SchoolProfileText: Sendable {
  private let profile: SchoolProfile

  /// The text of a profile.
  package init(_ profile: SchoolProfile) {
    self.profile = profile
  }

  /// The lines.
  package func lines(in terminal: Terminal) -> [String] {
    let year = profile.year
    var table = TextTable([.init(""), .init("", minimumWidth: 20)])
    func add(_ name: String, _ values: [String]) {
      for (index, value) in values.enumerated() {
        table.rows.append([StyledText(index == 0 ? name : "", .dim), StyledText(value)])
      }
    }
    add("Version", [profile.version])
    add("Address", profile.address)
    add("Web site", profile.website.map { [$0] } ?? [])
    add("Time zone", [profile.timeZone.identifier])
    add("Year", year.name.map { [$0] } ?? [])
    add("First Monday", [year.firstMonday.description])
    add("Fortnights", year.fortnights.map { "\($0.label): weeks \($0.weeks.map(String.init).joined(separator: ", "))" })
    add("Periods", profile.periods.map { "\($0.name)\(Self.bounds($0.start, $0.end))" })
    add("Holidays", year.holidays.map { "\($0.name)\(Self.bounds($0.firstDay, $0.lastDay))" })
    return terminal.heading(profile.name) + table.lines(in: terminal)
  }

  private static func bounds(_ first: LocalDate?, _ last: LocalDate?) -> String {
    guard let first, let last else { return "" }
    return first == last ? ": \(first)" : ": \(first) to \(last)"
  }
}
