import GRDB
import SchoolModel

extension SchoolDatabase {
  /// The grades and averages of a student in a period, computed from the marks of the class.
  ///
  /// - Returns: nil when there is no such student or period; a book without tests for periods that have none.
  package func gradeBook(forStudent key: Int64, period: Int64) throws -> GradeBookRecord? {
    guard let student = directory.students[key], let period = calendar.period(period) else { return nil }
    return try store.read { db in try gradeBook(db, student, period) }
  }

  /// The paper or the correction of a test.
  package func testFile(_ test: Int64, isCorrection: Bool) throws -> FileRecord? {
    let column = isCorrection ? "correction" : "paper"
    return try store.read { db in
      try db.rows(
        """
        SELECT t.\(column)Name AS name, file.mediaType AS mediaType, file.content AS content
        FROM gradedTest t JOIN file ON file.key = t.\(column)FileKey WHERE t.key = ?
        """,
        [test],
        map: FileRecord.init(row:)
      ).first
    }
  }

  /// The report card of a student; nil when there is no such student or period.
  ///
  /// Report cards of terms that are over are published; others carry a message instead.
  package func reportCard(forStudent key: Int64, period: Int64) throws -> ReportCardRecord? {
    guard let student = directory.students[key], let period = calendar.period(period) else { return nil }
    return try store.read { db in
      let appreciations = try db.rows(
        "SELECT code, heading, text FROM reportAppreciation WHERE studentKey = ? AND periodKey = ? ORDER BY code",
        [key, period.key]
      ) { row in ReportCardRecord.Appreciation(code: row[0], heading: row[1], text: row[2]) }
      guard !appreciations.isEmpty else {
        let message = "Le bulletin de la période « \(period.name) » n'est pas encore publié."
        return ReportCardRecord(period: period, message: message, services: [], appreciations: [])
      }
      let remarks = try db.rows(
        "SELECT serviceKey, text FROM reportRemark WHERE studentKey = ? AND periodKey = ?",
        [key, period.key],
        map: Reference.init(row:)
      )
      let texts = Dictionary(remarks.map { ($0.key, $0.label) }) { first, _ in first }
      let book = try gradeBook(db, student, period)
      return ReportCardRecord(
        period: period,
        message: nil,
        services: book.services.map { averages in
          ReportServiceRecord(
            averages: averages,
            teachers: [directory.people[averages.teacher.key]?.civilLabel ?? ""],
            appreciation: texts[averages.serviceKey] ?? ""
          )
        },
        average: book.average,
        classAverage: book.classAverage,
        appreciations: appreciations
      )
    }
  }

  private func gradeBook(_ db: Database, _ student: StudentRecord, _ period: PeriodRecord) throws -> GradeBookRecord {
    let marks = try ClassMarks(db, schoolClass: student.schoolClass.key, period: period.key)
    var tests: [GradedTestRecord] = []
    var services: [ServiceAverageRecord] = []
    var byStudent: [Int64: [Int]] = [:]
    var byService: [Int64: [Int64: Int]] = [:]
    for service in directory.services where service.classKey == student.schoolClass.key {
      let averages = marks.averages(ofService: service.key)
      byService[service.key] = averages
      for (key, average) in averages { byStudent[key, default: []].append(average) }
    }
    for service in directory.services(of: student) {
      guard let given = marks.tests[service.key] else { continue }
      services.append(serviceAverage(service, marks, byService[service.key] ?? [:], student: student.key))
      tests += given.compactMap { gradedTest($0, service, period, marks, student: student.key) }
    }
    let overall = byStudent.compactMapValues(AverageRule.mean)
    return GradeBookRecord(
      period: period,
      tests: tests.sorted { ($1.date.dayNumber, $1.key) < ($0.date.dayNumber, $0.key) },
      services: services.sorted { $0.subject.order < $1.subject.order },
      average: overall[student.key].map { AverageRule.text($0) },
      classAverage: AverageRule.mean(Array(overall.values)).map { AverageRule.text($0) }
    )
  }

  private func serviceAverage(
    _ service: ServiceRecord,
    _ marks: ClassMarks,
    _ averages: [Int64: Int],
    student: Int64
  ) -> ServiceAverageRecord {
    let values = Array(averages.values)
    return ServiceAverageRecord(
      serviceKey: service.key,
      subject: directory.subjects[service.subjectKey] ?? .unknown,
      teacher: directory.reference(service.teacherKey) ?? PersonReference(key: 0, kind: .teacher, label: ""),
      isForGroup: service.groupKey != nil,
      coefficient: service.coefficient,
      student: averages[student].map { AverageRule.text($0) }
        ?? marks.specialAverage(ofService: service.key, student: student),
      classAverage: AverageRule.text(AverageRule.mean(values)),
      minimum: AverageRule.text(values.min()),
      maximum: AverageRule.text(values.max()),
      median: AverageRule.text(AverageRule.median(values))
    )
  }

  private func gradedTest(
    _ test: ClassMarks.Test,
    _ service: ServiceRecord,
    _ period: PeriodRecord,
    _ marks: ClassMarks,
    student: Int64
  ) -> GradedTestRecord? {
    guard let mark = marks.marks[test.key]?[student] else { return nil }
    let points = marks.points(inTest: test)
    return GradedTestRecord(
      key: test.key,
      serviceKey: service.key,
      subject: directory.subjects[service.subjectKey] ?? .unknown,
      period: period,
      title: test.title,
      date: LocalDate(dayNumber: test.date),
      mark: mark.value,
      scale: test.scale,
      coefficient: test.coefficient,
      remark: mark.remark,
      isBonus: test.isBonus,
      isOptional: test.isOptional,
      isBroughtTo20: test.isBroughtTo20,
      isForGroup: service.groupKey != nil,
      classAverage: AverageRule.text(AverageRule.mean(points)),
      maximum: AverageRule.text(points.max()),
      minimum: AverageRule.text(points.min()),
      paperName: test.paperName,
      correctionName: test.correctionName
    )
  }
}
