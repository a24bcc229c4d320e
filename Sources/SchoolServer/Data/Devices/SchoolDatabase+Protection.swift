import Foundation
import GRDB

extension SchoolDatabase {
  /// The devices of an account: every paired app, every registered browser.
  func registeredDevices(account: Int64) throws -> [RegisteredDevice] {
    try store.read { db in
      try db.rows("SELECT uuid, label FROM device WHERE account = ? ORDER BY label, uuid", [account]) {
        RegisteredDevice(source: .app, identifier: $0["uuid"], label: $0["label"])
      }
        + db.rows("SELECT identity, label FROM browser WHERE account = ? ORDER BY label, identity", [account]) {
          RegisteredDevice(source: .browser, identifier: $0["identity"], label: $0["label"])
        }
    }
  }

  /// Renames a device of an account.
  ///
  /// - Returns: whether there is such a device.
  func rename(_ source: RegisteredDevice.Source, _ identifier: String, account: Int64, to label: String) throws -> Bool
  {
    try store.write { db in
      let sql =
        switch source {
        case .app: "UPDATE device SET label = ? WHERE account = ? AND uuid = ?"
        case .browser: "UPDATE browser SET label = ? WHERE account = ? AND identity = ?"
        }
      return try db.change(sql, [label, account, identifier]) > 0
    }
  }

  /// Forgets a device of an account, and its token with it.
  ///
  /// - Returns: whether there was such a device.
  func remove(_ source: RegisteredDevice.Source, _ identifier: String, account: Int64) throws -> Bool {
    try store.write { db in
      let sql =
        switch source {
        case .app: "DELETE FROM device WHERE account = ? AND uuid = ?"
        case .browser: "DELETE FROM browser WHERE account = ? AND identity = ?"
        }
      return try db.change(sql, [account, identifier]) > 0
    }
  }

  /// Keeps an account's password, PIN and protection, and the device from which they were chosen: all or nothing.
  ///
  /// Tokens die with the password that they came from (session document 8.4), but for the one of `device`. A reset code
  /// dies with the PIN that it was asked for.
  func save(_ account: AccountRecord, device: DeviceRecord? = nil, browser: BrowserRecord? = nil) throws {
    let protection = account.protection
    try store.write { db in
      if try !db.hasRow("SELECT 1 FROM account WHERE key = ? AND password = ?", [account.key, account.password]) {
        try db.change("DELETE FROM device WHERE account = ?", [account.key])
      }
      try db.change(
        "UPDATE account SET password = ?, pin = ? WHERE key = ?",
        [account.password, account.pin, account.key]
      )
      try db.change(
        "INSERT OR REPLACE INTO protection VALUES (?, ?, ?, ?, ?)",
        [
          account.key, protection.mode.rawValue, protection.mustChangePassword, protection.mustChooseMode,
          protection.hasForgottenPIN,
        ]
      )
      if !protection.hasForgottenPIN { try db.change("DELETE FROM reset_code WHERE account = ?", [account.key]) }
      if let device { try db.save(device) }
      if let browser {
        try db.change(
          "INSERT OR REPLACE INTO browser VALUES (?, ?, ?)",
          [browser.account, browser.identity, browser.label]
        )
      }
    }
  }
}
