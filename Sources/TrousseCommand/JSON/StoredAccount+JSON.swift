package import AccountVault
import Foundation
package import PronoteWire
import SchoolModel

extension StoredAccount {
  /// The object that `trousse accounts --json` prints for each account. Never a secret.
  package var json: JSONValue {
    guard case .object(let members) = loginJSON else { return loginJSON }
    return .object(
      members + [
        .init("timeZone", .string(details.timeZone)),
        .init("created", .string(created.iso8601)),
        .init("generation", .integer(journal.generation)),
        .init("state", .string(journal.state.rawValue)),
        .init("lastSuccess", .string(orNull: journal.lastSuccess?.iso8601)),
        .init("lastOutcome", .string(orNull: journal.lastOutcome)),
      ]
    )
  }

  /// The object that `trousse login --json` prints.
  package var loginJSON: JSONValue {
    [
      "id": .string(id),
      "space": .string(details.space),
      "username": .string(details.username),
      "name": .string(details.name),
      "school": .string(details.schoolName),
      "url": .string(details.school),
      "students": .strings(details.students),
    ]
  }
}

extension Date {
  /// ISO 8601 in UTC, to the second.
  var iso8601: String { LocalDateTime(self, in: .gmt).iso8601(in: .gmt) }
}
