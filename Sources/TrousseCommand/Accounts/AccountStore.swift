import Foundation

/// The stored accounts: one file for each, readable by their owner only.
package struct AccountStore: Sendable {
  /// The directory that holds everything the tool keeps.
  package let directory: String

  private var accountsDirectory: String { "\(directory)/accounts" }

  /// The accounts below a directory; nil means the usual place of the person who runs the tool.
  ///
  /// - Throws: ``CommandFailure`` when there is no home directory to put them into.
  package init(
    directory: String?,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let directory {
      guard !directory.isEmpty else { throw CommandFailure.usage("--vault needs a directory") }
      self.directory = directory
    } else if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") {
      self.directory = "\(state)/trousse"
    } else if let home = value("HOME") {
      self.directory = "\(home)/.local/state/trousse"
    } else {
      throw CommandFailure.usage("HOME is not set; say where accounts are with --vault")
    }
  }

  /// All accounts, the oldest first.
  ///
  /// - Throws: ``AccountStoreError``.
  package func accounts() throws -> [StoredAccount] {
    guard try PrivateFile.checkDirectory(accountsDirectory) else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: accountsDirectory)
    } catch {
      throw AccountStoreError(.inputOutput, "cannot list \(accountsDirectory)", path: accountsDirectory)
    }
    return
      try names
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .compactMap { try account(id: String($0.dropLast(5))) }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }

  /// The account with an identifier; nil when there is none.
  ///
  /// - Throws: ``AccountStoreError``.
  package func account(id: String) throws -> StoredAccount? {
    guard AccountIdentifier.isWellFormed(id), try PrivateFile.checkDirectory(accountsDirectory) else { return nil }
    let path = "\(accountsDirectory)/\(id).json"
    guard let bytes = try PrivateFile.read(path) else { return nil }
    guard let record = try? JSONDecoder().decode(AccountRecord.self, from: Data(bytes)), record.id == id else {
      throw AccountStoreError(.damaged, "\(path) does not hold an account", path: path)
    }
    return record.account
  }

  /// Stores an account, in place of the one with the same identifier.
  ///
  /// - Throws: ``AccountStoreError``.
  package func save(_ account: StoredAccount) throws {
    try PrivateFile.makeDirectory(accountsDirectory)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(AccountRecord(account))
    try PrivateFile.write(Array(data), to: "\(account.id).json", in: accountsDirectory)
  }

  /// Forgets an account.
  ///
  /// - Returns: whether there was one.
  /// - Throws: ``AccountStoreError``.
  package func remove(id: String) throws -> Bool {
    guard AccountIdentifier.isWellFormed(id), try PrivateFile.checkDirectory(accountsDirectory) else { return false }
    return try PrivateFile.remove("\(id).json", in: accountsDirectory)
  }

  /// An identifier that no stored account has.
  package func makeIdentifier() throws -> String {
    while true {
      let id = AccountIdentifier.random()
      if access("\(accountsDirectory)/\(id).json", F_OK) != 0 { return id }
    }
  }

  /// The account that a command is to use: the one that was named, or the only one.
  ///
  /// - Throws: ``CommandFailure`` when there is none or when several are stored and none was named.
  package func chosenAccount(_ id: String?) throws -> StoredAccount {
    if let id {
      if let account = try account(id: id) { return account }
      throw CommandFailure.usage(
        "no account has the id '\(id)'; see 'trousse accounts'",
        code: .noAccount,
        step: "accounts"
      )
    }
    let accounts = try accounts()
    guard accounts.count != 1 else { return accounts[0] }
    guard !accounts.isEmpty else {
      throw CommandFailure.usage(
        "no account is stored; add one with 'trousse login'",
        code: .noAccount,
        step: "accounts"
      )
    }
    let list = accounts.map { "\($0.id) (\($0.name.printable), \($0.space))" }.joined(separator: ", ")
    throw CommandFailure.usage("choose one with --account: \(list)", code: .ambiguousAccount, step: "accounts")
  }
}
