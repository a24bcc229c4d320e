package import Foundation
import GRDB

extension SchoolDatabase {
  /// Ticks homework as done, or not.
  ///
  /// - Returns: false when it is not homework of this student; nothing changes then.
  package func setHomeworkDone(student: Int64, homework: Int64, done: Bool) throws -> Bool {
    try store.write { db in
      guard try isHomework(db, homework, ofStudent: student) else { return false }
      if done {
        try db.change(
          "INSERT OR IGNORE INTO homeworkDone (homeworkKey, studentKey) VALUES (?, ?)",
          [homework, student]
        )
      } else {
        try db.change("DELETE FROM homeworkDone WHERE homeworkKey = ? AND studentKey = ?", [homework, student])
      }
      return true
    }
  }

  /// Hands in a file; an earlier one is replaced.
  ///
  /// - Returns: false when it is not homework of this student, or not open for upload.
  package func handIn(student: Int64, homework: Int64, fileName: String, content: Data) throws -> Bool {
    try store.write { db in
      guard try isHomework(db, homework, ofStudent: student),
        try db.hasRow("SELECT 1 FROM homework WHERE key = ? AND isUploadOpen", [homework])
      else { return false }
      try removeHandIn(db, student: student, homework: homework)
      try db.change(
        "INSERT INTO file (name, mediaType, content) VALUES (?, 'application/octet-stream', ?)",
        [fileName, content]
      )
      let file = db.lastInsertedRowID
      try db.change(
        "INSERT INTO attachment (ownerKind, ownerKey, position, name, kind, fileKey) VALUES (?, ?, 0, ?, 1, ?)",
        [AttachmentOwner.handIn.rawValue, homework, fileName, file]
      )
      try db.change(
        "INSERT INTO handIn (homeworkKey, studentKey, attachmentKey) VALUES (?, ?, ?)",
        [homework, student, db.lastInsertedRowID]
      )
      return true
    }
  }

  /// Takes a file back that was handed in.
  ///
  /// - Returns: false when there was none.
  package func removeHandIn(student: Int64, homework: Int64) throws -> Bool {
    try store.write { db in try removeHandIn(db, student: student, homework: homework) }
  }

  @discardableResult
  private func removeHandIn(_ db: Database, student: Int64, homework: Int64) throws -> Bool {
    let attachments = try db.rows(
      "SELECT attachmentKey FROM handIn WHERE homeworkKey = ? AND studentKey = ?",
      [homework, student]
    ) { $0[0] as Int64 }
    guard let attachment = attachments.first else { return false }
    try db.change(
      "DELETE FROM file WHERE key = (SELECT fileKey FROM attachment WHERE key = ?)",
      [attachment]
    )
    try db.change("DELETE FROM attachment WHERE key = ?", [attachment])
    try db.change("DELETE FROM handIn WHERE homeworkKey = ? AND studentKey = ?", [homework, student])
    return true
  }

  private func isHomework(_ db: Database, _ key: Int64, ofStudent student: Int64) throws -> Bool {
    guard let record = directory.students[student] else { return false }
    let found = try db.rows("SELECT classKey, groupKey FROM homework WHERE key = ?", [key]) { row in
      (schoolClass: row[0] as Int64?, group: row[1] as Int64?)
    }
    guard let homework = found.first else { return false }
    if let group = homework.group { return record.groups.contains { $0.key == group } }
    return homework.schoolClass == record.schoolClass.key
  }
}
