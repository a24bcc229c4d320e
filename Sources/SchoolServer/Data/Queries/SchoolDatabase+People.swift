import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// Every account, in the order of design.md, section 6.
  package func accounts() throws -> [AccountRecord] {
    try store.read { db in
      try db.rows(SchoolDatabase.accounts + " ORDER BY account.key", map: account(row:))
    }
  }

  /// The account with a login in a space; logins are compared exactly.
  package func account(login: String, space: AccountSpace) throws -> AccountRecord? {
    try store.read { db in
      try db.rows(
        SchoolDatabase.accounts + " WHERE login = ? AND space = ?",
        [login, space.rawValue],
        map: account(row:)
      ).first
    }
  }

  /// The account with a key.
  package func account(key: Int64) throws -> AccountRecord? {
    try store.read { db in
      try db.rows(SchoolDatabase.accounts + " WHERE account.key = ?", [key], map: account(row:)).first
    }
  }

  private static let accounts = """
    SELECT account.*, mode, mustChangePassword, mustChooseMode, hasForgottenPIN
    FROM account LEFT JOIN protection ON protection.account = account.key
    """

  /// Replaces the password of an account.
  package func setPassword(account: Int64, to password: String) throws {
    try store.write { db in
      _ = try db.change("UPDATE account SET password = ? WHERE key = ?", [password, account])
      // Tokens die with the password that they came from (session document 8.4).
      _ = try db.change("DELETE FROM device WHERE account = ?", [account])
    }
  }

  /// Sets or removes the PIN of an account.
  package func setPIN(account: Int64, to pin: String?) throws {
    try store.write { db in
      _ = try db.change("UPDATE account SET pin = ? WHERE key = ?", [pin, account])
    }
  }

  /// The person with a key.
  package func person(_ key: Int64) throws -> PersonRecord? {
    directory.people[key]
  }

  /// The student with a key.
  package func student(_ key: Int64) throws -> StudentRecord? {
    directory.students[key]
  }

  /// The students of a class by name.
  package func students(ofClass key: Int64) throws -> [StudentRecord] {
    directory.students(ofClass: key)
  }

  /// The children of a guardian, the eldest first.
  package func children(ofGuardian key: Int64) throws -> [StudentRecord] {
    (directory.children[key] ?? []).compactMap { directory.students[$0] }
  }

  /// The guardians of a student, the first contact first.
  package func guardians(ofStudent key: Int64) throws -> [GuardianRecord] {
    directory.guardians[key] ?? []
  }

  /// The picture of a person who has one.
  package func photo(ofPerson key: Int64) throws -> FileRecord? {
    guard directory.people[key]?.hasPhoto == true else { return nil }
    return try store.read { db in
      try db.rows(
        "SELECT name, mediaType, content FROM file WHERE name = 'photo.jpg'",
        map: FileRecord.init(row:)
      ).first
    }
  }

  private func protection(row: Row) -> ProtectionRecord {
    guard let mode = (row["mode"] as Int?).flatMap(ProtectionRecord.Mode.init(rawValue:)) else {
      return ProtectionRecord(pin: row["pin"])
    }
    var protection = ProtectionRecord(mode: mode)
    protection.mustChangePassword = row["mustChangePassword"]
    protection.mustChooseMode = row["mustChooseMode"]
    protection.hasForgottenPIN = row["hasForgottenPIN"]
    return protection
  }

  private func account(row: Row) -> AccountRecord {
    AccountRecord(
      key: row["key"],
      login: row["login"],
      password: row["password"],
      space: AccountSpace(rawValue: row["space"]),
      person: directory.reference(row["personKey"]) ?? PersonReference(key: row["personKey"], kind: .staff, label: ""),
      pin: row["pin"],
      protection: protection(row: row),
      isDisabled: row["isDisabled"],
      isPortalUser: row["isPortalUser"],
      secondFactor: (row["secondFactor"] as String?).flatMap(AccountRecord.SecondFactor.init(rawValue:)),
      totpSecret: row["totpSecret"],
      note: row["note"]
    )
  }
}
