import Foundation
import GRDB

extension SchoolDatabase {
  /// How long a pairing code is good for, in seconds (session document 8.1).
  static let pairingCodeLifetime: Double = 600

  /// The tables of codes, devices and protections, also in files that were made before there were any.
  static func createSignInTables(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS pairing_code (account INTEGER NOT NULL, token TEXT NOT NULL, made REAL NOT NULL);
        CREATE TABLE IF NOT EXISTS device (
          account INTEGER NOT NULL, uuid TEXT NOT NULL, token TEXT NOT NULL, pendingToken TEXT, label TEXT,
          PRIMARY KEY (account, uuid)
        );
        CREATE TABLE IF NOT EXISTS browser (
          account INTEGER NOT NULL, identity TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (account, identity)
        );
        CREATE TABLE IF NOT EXISTS protection (
          account INTEGER PRIMARY KEY, mode INTEGER NOT NULL, mustChangePassword INTEGER NOT NULL,
          mustChooseMode INTEGER NOT NULL, hasForgottenPIN INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS reset_code (account INTEGER PRIMARY KEY, code TEXT NOT NULL, made REAL NOT NULL);
        CREATE TABLE IF NOT EXISTS mail (
          key INTEGER PRIMARY KEY, recipient TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
          sent REAL NOT NULL
        );
        """
    )
  }

  /// Keeps a one-time token for an account. An older one of the same account is good no more.
  func addPairingCode(_ token: String, account: Int64, at time: Date) throws {
    try store.write { db in
      _ = try db.change("DELETE FROM pairing_code WHERE account = ?", [account])
      _ = try db.change("INSERT INTO pairing_code VALUES (?, ?, ?)", [account, token, time.timeIntervalSince1970])
    }
  }

  /// The one-time token of an account that is still good.
  func pairingCode(account: Int64, at time: Date) throws -> String? {
    try store.read { db in
      try db.rows(
        "SELECT token FROM pairing_code WHERE account = ? AND made > ?",
        [account, time.timeIntervalSince1970 - SchoolDatabase.pairingCodeLifetime],
        map: { $0["token"] as String }
      ).first
    }
  }

  /// A one-time token was used.
  func spendPairingCode(account: Int64) throws {
    try store.write { db in _ = try db.change("DELETE FROM pairing_code WHERE account = ?", [account]) }
  }

  /// The device of an account.
  func device(account: Int64, uuid: String) throws -> DeviceRecord? {
    try store.read { db in
      try db.rows("SELECT * FROM device WHERE account = ? AND uuid = ?", [account, uuid]) { row in
        DeviceRecord(
          account: row["account"],
          uuid: row["uuid"],
          token: row["token"],
          pendingToken: row["pendingToken"],
          label: row["label"]
        )
      }.first
    }
  }

  /// Whether a device of an account has this name.
  func isDeviceKnown(account: Int64, label: String) throws -> Bool {
    try registeredDevices(account: account).contains { $0.label == label }
  }

  /// Keeps a device as it is now.
  func save(_ device: DeviceRecord) throws {
    try store.write { try $0.save(device) }
  }
}

extension Database {
  /// Keeps a device as it is now.
  func save(_ device: DeviceRecord) throws {
    try change(
      "INSERT OR REPLACE INTO device VALUES (?, ?, ?, ?, ?)",
      [device.account, device.uuid, device.token, device.pendingToken, device.label]
    )
  }
}
