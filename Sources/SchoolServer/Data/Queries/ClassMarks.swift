import GRDB
import SchoolModel

/// The tests and marks of a whole class in one period.
struct ClassMarks {
  /// A test.
  struct Test {
    let key: Int64
    let serviceKey: Int64
    let title: String
    let date: Int
    let scale: String
    let coefficient: String
    let isBonus: Bool
    let isOptional: Bool
    let isBroughtTo20: Bool
    let paperName: String?
    let correctionName: String?
  }

  /// A mark of one student.
  struct StudentMark {
    let value: String
    let remark: String
  }

  private(set) var tests: [Int64: [Test]] = [:]
  private(set) var marks: [Int64: [Int64: StudentMark]] = [:]

  /// Reads what a class was given in a period.
  init(_ db: Database, schoolClass: Int64, period: Int64) throws {
    let found = try db.rows(
      """
      SELECT t.key, t.serviceKey, t.title, t.date, t.scale, t.coefficient, t.isBonus, t.isOptional, t.isBroughtTo20,
        t.paperName, t.correctionName
      FROM service s JOIN gradedTest t ON t.serviceKey = s.key WHERE s.classKey = ? AND t.periodKey = ?
      ORDER BY t.date, t.key
      """,
      [schoolClass, period]
    ) { row in
      Test(
        key: row[0],
        serviceKey: row[1],
        title: row[2],
        date: row[3],
        scale: row[4],
        coefficient: row[5],
        isBonus: row[6],
        isOptional: row[7],
        isBroughtTo20: row[8],
        paperName: row[9],
        correctionName: row[10]
      )
    }
    for test in found {
      tests[test.serviceKey, default: []].append(test)
      let values = try db.rows("SELECT studentKey, value, remark FROM mark WHERE testKey = ?", [test.key]) { row in
        (student: row[0] as Int64, mark: StudentMark(value: row[1], remark: row[2]))
      }
      marks[test.key] = Dictionary(values.map { ($0.student, $0.mark) }) { first, _ in first }
    }
  }

  /// The average of each student with a counting mark in a service, in hundredths.
  func averages(ofService key: Int64) -> [Int64: Int] {
    var entries: [Int64: [AverageRule.Entry]] = [:]
    for test in tests[key] ?? [] {
      guard let scale = AverageRule.hundredths(test.scale), let weight = AverageRule.hundredths(test.coefficient) else {
        continue
      }
      for (student, mark) in marks[test.key] ?? [:] {
        entries[student, default: []].append(
          AverageRule.Entry(
            points: AverageRule.points(mark.value, scale: scale),
            scale: scale,
            weight: weight,
            isBonus: test.isBonus,
            isOptional: test.isOptional,
            isBroughtTo20: test.isBroughtTo20
          )
        )
      }
    }
    return entries.compactMapValues(AverageRule.subjectAverage)
  }

  /// What stands for the average of a student whose marks are all special: the code they share, or `|3`.
  func specialAverage(ofService key: Int64, student: Int64) -> String {
    let codes = Set((tests[key] ?? []).compactMap { marks[$0.key]?[student]?.value }.filter { !$0.isEmpty })
    return codes.isEmpty ? "" : codes.count == 1 ? codes.first ?? "" : "|3"
  }

  /// The class's numeric marks in a test, in hundredths.
  func points(inTest test: Test) -> [Int] {
    guard let scale = AverageRule.hundredths(test.scale) else { return [] }
    return (marks[test.key] ?? [:]).values.compactMap { AverageRule.points($0.value, scale: scale) }
  }
}
