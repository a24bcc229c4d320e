import Foundation
package import PronoteWire
package import SchoolModel

extension SchoolProfile {
  /// The object that `trousse school --json` prints.
  package var json: JSONValue {
    [
      "name": .string(name),
      "version": .string(version),
      "address": .strings(address),
      "website": .string(orNull: website),
      "timeZone": .string(timeZone.identifier),
      "year": year.json,
      "periods": .array(periods.map(\.json)),
      "diagnostics": [],
    ]
  }
}

extension SchoolYear {
  fileprivate var json: JSONValue {
    [
      "name": .string(orNull: name),
      "firstMonday": .day(firstMonday),
      "firstDay": .day(firstDay),
      "lastDay": .day(lastDay),
      "workingDays": .array(workingDays.map { .string($0.fullName.lowercased()) }),
      "fortnights": .array(
        fortnights.map { ["label": .string($0.label), "weeks": .array($0.weeks.map(JSONValue.integer))] }
      ),
      "holidays": .array(
        holidays.map { ["name": .string($0.name), "firstDay": .day($0.firstDay), "lastDay": .day($0.lastDay)] }
      ),
    ]
  }
}

extension GradingPeriod {
  fileprivate var json: JSONValue {
    ["name": .string(name), "kind": .string(kindName), "start": .day(start), "end": .day(end)]
  }

  private var kindName: String {
    switch kind {
    case .term: "term"
    case .halfYear: "halfYear"
    case .year: "year"
    default: "other"
    }
  }
}
