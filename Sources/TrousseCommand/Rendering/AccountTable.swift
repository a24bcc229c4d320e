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
      .init("Students", minimumWidth: 8),
    ])
    table.rows = accounts.map { account in
      [
        StyledText(account.id, .bold), StyledText(account.space), StyledText(account.username),
        StyledText(account.name), StyledText(account.schoolName),
        StyledText(account.students.joined(separator: ", ")),
      ]
    }
    return [table.heading(in: terminal)] + table.lines(in: terminal)
  }
}
