import Foundation
import GRDB

extension SchoolDatabase {
  /// How long a reset code is good for, in seconds.
  static let resetCodeLifetime: Double = 600

  /// Every mail that the school would have sent, the newest first.
  package func mails() throws -> [MailRecord] {
    try store.read { db in
      try db.rows("SELECT * FROM mail ORDER BY key DESC") { row in
        MailRecord(
          recipient: row["recipient"],
          subject: row["subject"],
          text: row["text"],
          sent: Date(timeIntervalSince1970: row["sent"])
        )
      }
    }
  }

  /// Keeps the code with which an account's PIN can be reset, and the mail that says it. An older code is good no more.
  func addResetCode(_ code: String, account: Int64, mail: MailRecord) throws {
    let time = mail.sent.timeIntervalSince1970
    try store.write { db in
      try db.change("INSERT OR REPLACE INTO reset_code VALUES (?, ?, ?)", [account, code, time])
      try SchoolDatabase.add(mail, db)
    }
  }

  /// Puts a mail into the box.
  func add(_ mail: MailRecord) throws {
    try store.write { db in try SchoolDatabase.add(mail, db) }
  }

  private static func add(_ mail: MailRecord, _ db: Database) throws {
    try db.change(
      "INSERT INTO mail (recipient, subject, text, sent) VALUES (?, ?, ?, ?)",
      [mail.recipient, mail.subject, mail.text, mail.sent.timeIntervalSince1970]
    )
  }

  /// The reset code of an account that is still good.
  func resetCode(account: Int64, at time: Date) throws -> String? {
    try store.read { db in
      try db.rows(
        "SELECT code FROM reset_code WHERE account = ? AND made > ?",
        [account, time.timeIntervalSince1970 - SchoolDatabase.resetCodeLifetime],
        map: { $0["code"] as String }
      ).first
    }
  }
}
