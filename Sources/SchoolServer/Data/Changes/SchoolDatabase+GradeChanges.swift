import GRDB
import SchoolModel

extension SchoolDatabase {
  /// Marks that are no points, by the names that they have in the model.
  private static let marks: [MarkState: String] = [
    .absent: "|1", .exempted: "|2", .notGraded: "|3", .unfit: "|4", .notHandedIn: "|5", .absentCountedZero: "|6",
    .notHandedInCountedZero: "|7", .congratulations: "|8", .empty: "",
  ]

  /// Enters a new test with the grade of one student.
  func add(_ db: Database, _ grade: NewGrade, on today: LocalDate) throws {
    let student = try student(db, named: grade.student)
    let service = try service(grade.subject, of: student)
    guard service.isGraded else { throw ChangeProblem("there are no grades in “\(grade.subject)”") }
    let day = grade.date ?? today
    guard let period = calendar.terms.first(where: { $0.start <= day && day <= $0.end }) else {
      throw ChangeProblem("no grading period of the school holds \(day)")
    }
    let scale = try Self.number(grade.scale, "scale", 1...100)
    let value = try Self.mark(grade.value, scale: scale)
    try db.change(
      """
      INSERT INTO gradedTest (serviceKey, periodKey, title, date, scale, coefficient, isBonus, isOptional, isBroughtTo20)
      VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)
      """,
      [
        service.key, period.key, grade.title, day.dayNumber, Self.text(scale),
        Self.text(try Self.number(grade.coefficient, "coefficient", 0...100)),
      ]
    )
    try db.change(
      "INSERT INTO mark (testKey, studentKey, value, remark) VALUES (?, ?, ?, ?)",
      [db.lastInsertedRowID, student.key, value, grade.remark]
    )
  }

  /// Corrects a grade.
  func change(_ db: Database, _ correction: GradeCorrection) throws {
    let (test, student, scale) = try grade(db, named: correction.grade)
    guard correction.value != nil || correction.coefficient != nil || correction.remark != nil else {
      throw ChangeProblem("a correction of a grade changes its value, its coefficient or its remark")
    }
    if let value = correction.value {
      try db.change(
        "UPDATE mark SET value = ? WHERE testKey = ? AND studentKey = ?",
        [try Self.mark(value, scale: scale), test, student]
      )
    }
    if let coefficient = correction.coefficient {
      try db.change(
        "UPDATE gradedTest SET coefficient = ? WHERE key = ?",
        [Self.text(try Self.number(coefficient, "coefficient", 0...100)), test]
      )
    }
    if let remark = correction.remark {
      try db.change("UPDATE mark SET remark = ? WHERE testKey = ? AND studentKey = ?", [remark, test, student])
    }
  }

  /// Removes a grade, and its test when it was the last one in it.
  func remove(_ db: Database, _ grade: GradeName) throws {
    let (test, student, _) = try self.grade(db, named: grade)
    try db.change("DELETE FROM mark WHERE testKey = ? AND studentKey = ?", [test, student])
    try db.change(
      "DELETE FROM gradedTest WHERE key = ? AND NOT EXISTS (SELECT 1 FROM mark WHERE testKey = gradedTest.key)",
      [test]
    )
  }

  /// The test and the student of a grade, and the scale of the test in hundredths.
  private func grade(_ db: Database, named name: GradeName) throws -> (test: Int64, student: Int64, scale: Int) {
    let student = try student(db, named: name.student)
    let service = try service(name.subject, of: student)
    let grades = try db.rows(
      """
      SELECT t.key, t.scale, t.title FROM gradedTest t JOIN mark m ON m.testKey = t.key AND m.studentKey = ?
      WHERE t.serviceKey = ? ORDER BY t.date DESC, t.key DESC
      """,
      [student.key, service.key]
    ) { row in (test: row[0] as Int64, scale: row[1] as String, title: row[2] as String) }
    guard let grade = grades.first(where: { $0.title.foldedName == name.title.foldedName }) else {
      let titles =
        grades.isEmpty ? "there is none" : "there is: " + grades.map { "“\($0.title)”" }.joined(separator: ", ")
      throw ChangeProblem("\(student.label) has no grade “\(name.title)” in “\(name.subject)”; \(titles)")
    }
    return (grade.test, student.key, AverageRule.hundredths(grade.scale) ?? 2000)
  }

  /// A mark as it is stored, for a scale in hundredths.
  private static func mark(_ text: String, scale: Int) throws -> String {
    if let mark = marks[MarkState(rawValue: text)] { return mark }
    guard let points = AverageRule.hundredths(text.replacing(".", with: ",")) else {
      let names = marks.keys.map(\.rawValue).sorted().joined(separator: ", ")
      throw ChangeProblem("“\(text)” is no grade: it has to be a number with two decimals at most, or one of: \(names)")
    }
    guard points <= scale else { throw ChangeProblem("the grade \(text) is above its scale, \(Self.text(scale))") }
    return Self.text(points)
  }

  /// A number of a test, in hundredths.
  private static func number(_ text: String, _ what: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let number = AverageRule.hundredths(text.replacing(".", with: ",")),
      (range.lowerBound * 100...range.upperBound * 100).contains(number)
    else {
      throw ChangeProblem(
        "“\(text)” is no \(what): it has to be a number from \(range.lowerBound) to \(range.upperBound) with two decimals at most"
      )
    }
    return number
  }

  /// Hundredths as teachers write them: `15`, `15,5`, `15,25`.
  private static func text(_ hundredths: Int) -> String {
    let (whole, cents) = hundredths.quotientAndRemainder(dividingBy: 100)
    if cents == 0 { return "\(whole)" }
    return cents.isMultiple(of: 10) ? "\(whole),\(cents / 10)" : "\(whole),\(cents < 10 ? "0" : "")\(cents)"
  }
}
