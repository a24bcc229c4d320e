import GRDB
import SchoolModel

extension SchoolDatabase {
  /// The table of the steps that were taken, also in files that were made before there was one.
  static func createStepTable(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS takenStep (
          step TEXT NOT NULL, occurrence INTEGER NOT NULL, PRIMARY KEY (step, occurrence)) WITHOUT ROWID
        """
    )
  }

  /// Lets something happen: all of it or nothing.
  ///
  /// - Parameter time: what the clock on the school's wall shows.
  /// - Throws: ``ChangeProblem`` when it cannot happen, or the error of SQLite.
  func apply(_ change: SchoolChange, at time: LocalDateTime) throws {
    try store.write { db in try apply(db, change, at: time) }
  }

  /// Takes a step of a script, unless the data file has seen it before.
  ///
  /// - Returns: whether something happened.
  func take(_ pending: PendingStep) throws -> Bool {
    try store.write { db in
      guard try !wasTaken(db, pending) else { return false }
      try apply(db, pending.step.change, at: pending.due)
      try db.change(
        "INSERT INTO takenStep (step, occurrence) VALUES (?, ?)",
        [pending.identity, pending.occurrence]
      )
      return true
    }
  }

  /// Tries steps out, one after the other, and leaves everything as it was.
  ///
  /// - Throws: ``SchoolServerError`` with code `badScript` that names the first step which cannot be taken.
  func rehearse(_ steps: [PendingStep]) throws {
    try store.write { db in
      try db.inSavepoint {
        for pending in steps where try !wasTaken(db, pending) {
          do {
            try apply(db, pending.step.change, at: pending.due)
          } catch let problem as ChangeProblem {
            throw SchoolServerError(.badScript, "step \(pending.number): \(problem.message)")
          }
        }
        return .rollback
      }
    }
  }

  private func wasTaken(_ db: Database, _ pending: PendingStep) throws -> Bool {
    try db.hasRow(
      "SELECT 1 FROM takenStep WHERE step = ? AND occurrence = ?",
      [pending.identity, pending.occurrence]
    )
  }

  private func apply(_ db: Database, _ change: SchoolChange, at time: LocalDateTime) throws {
    switch change {
    case .addGrade(let grade): try add(db, grade, on: time.date)
    case .changeGrade(let correction): try self.change(db, correction)
    case .removeGrade(let grade): try remove(db, grade)
    case .addHomework(let homework): try add(db, homework, on: time.date)
    case .cancelLesson(let lesson, let status): try cancel(db, lesson, status: status)
    case .moveLesson(let lesson, let start, let room): try move(db, lesson, to: start, room: room)
    case .changeRoom(let lesson, let room): try changeRoom(db, lesson, to: room)
    case .addAbsence(let absence): try add(db, absence)
    case .addNews(let news): try add(db, news, at: time)
    }
  }
}
