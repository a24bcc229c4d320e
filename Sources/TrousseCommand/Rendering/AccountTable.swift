package import AccountVault

/// Stored accounts for people.
package struct AccountTable: Sendable {
  private let accounts: [StoredAccount]

  /// The table of some accounts.
  package init(_ accounts: [StoredAccount]) {
    self.accounts = accounts
  }

  /// A heading and a line for each account.
  package func lines(in terminal: Terminal) -> [String] {
    var table = TextTable([
      .init("Id"), .init("Space"), .init("Username"), .init("Name", minimumWidth: 8), .init("School", minimumWidth: 8),
      .init("Students", minimumWidth: 8), .init("State"), .init("Logins"), .init("Last success"),
    ])
    table.rows = accounts.map { account in
      let details = account.details
      return [
        StyledText(account.id, .bold), StyledText(details.space), StyledText(details.username),
        StyledText(details.name), StyledText(details.schoolName),
        StyledText(details.students.joined(separator: ", ")), StyledText(account.journal.state.rawValue),
        StyledText(String(account.journal.generation)), StyledText(account.journal.lastSuccess?.iso8601 ?? "never"),
      ]
    }
    return [table.heading(in: terminal)] + table.lines(in: terminal)
  }
}
