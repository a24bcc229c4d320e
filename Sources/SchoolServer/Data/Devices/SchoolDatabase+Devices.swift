import Foundation
import GRDB

extension SchoolDatabase {
  /// How long a pairing code is good for, in seconds (session document 8.1).
  static let pairingCodeLifetime: Double = 600

  /// The tables of codes and devices, also in files that were made before there were any.
  static func createDeviceTables(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS pairing_code (account INTEGER NOT NULL, token TEXT NOT NULL, made REAL NOT NULL);
        CREATE TABLE IF NOT EXISTS device (
          account INTEGER NOT NULL, uuid TEXT NOT NULL, token TEXT NOT NULL, pendingToken TEXT, label TEXT,
          PRIMARY KEY (account, uuid)
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
    try store.read { db in
      try !db.rows("SELECT 1 AS one FROM device WHERE account = ? AND label = ?", [account, label]) { _ in true }
        .isEmpty
    }
  }

  /// Keeps a device as it is now.
  func save(_ device: DeviceRecord) throws {
    try store.write { db in
      _ = try db.change(
        "INSERT OR REPLACE INTO device VALUES (?, ?, ?, ?, ?)",
        [device.account, device.uuid, device.token, device.pendingToken, device.label]
      )
    }
  }

  /// Forgets all devices of an account, as a new password does; or one of them.
  func removeDevices(account: Int64, uuid: String? = nil) throws {
    try store.write { db in
      _ = try db.change("DELETE FROM device WHERE account = ?1 AND (?2 IS NULL OR uuid = ?2)", [account, uuid])
    }
  }
}
