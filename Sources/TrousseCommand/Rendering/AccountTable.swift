import AccountVault
import Foundation
import SchoolModel

/// Stored accounts for people. Times are those of the reader's clock.
package struct AccountTable: Sendable {
  private let accounts: [ListedAccount]

  /// The table of some accounts.
  package init(_ accounts: [ListedAccount]) {
    self.accounts = accounts
  }

  /// A heading and a line for each account.
  package func lines(in terminal: Terminal) -> [String] {
    var table = TextTable([
      .init("Id"), .init("Space"), .init("Username"), .init("Name", minimumWidth: 8), .init("School", minimumWidth: 8),
      .init("Students", minimumWidth: 8), .init("State"), .init("Logins"), .init("Last login"), .init("Session"),
    ])
    table.rows = accounts.map { listed in
      let account = listed.account
      let details = account.details
      return [
        StyledText(account.id + (listed.isDefault ? " *" : ""), .bold), StyledText(details.space),
        StyledText(details.username), StyledText(details.name), StyledText(details.schoolName),
        StyledText(details.students.joined(separator: ", ")), StyledText(account.journal.state.rawValue),
        StyledText(String(account.journal.logins)), StyledText(account.journal.lastSuccess?.clockTime ?? "never"),
        StyledText(listed.session.map { "open, \(AccountTable.age(listed.age(of: $0)))" } ?? "-"),
      ]
    }
    let notes = accounts.contains(where: \.isDefault) ? ["", "* the account that is meant where several could be"] : []
    return [table.heading(in: terminal)] + table.lines(in: terminal) + notes
  }

  private static func age(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min"
  }
}

extension Date {
  /// Day and time on this machine's clock: `2026-11-26 14:03`.
  var clockTime: String { LocalDateTime(self, in: .current).description }
}
