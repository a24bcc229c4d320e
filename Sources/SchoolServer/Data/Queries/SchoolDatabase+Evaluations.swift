import GRDB
import SchoolModel

extension SchoolDatabase {
  /// The evaluations of a student's skills in a period, newest first.
  package func evaluations(forStudent key: Int64, period: Int64) throws -> [EvaluationRecord] {
    guard let student = directory.students[key], let period = calendar.period(period) else { return [] }
    let services = Dictionary(directory.services(of: student).map { ($0.key, $0) }) { first, _ in first }
    return try store.read { db in
      try db.rows(
        """
        SELECT e.key, e.title, e.details, e.date, e.coefficient, e.stage, e.serviceKey
        FROM service s JOIN evaluation e ON e.serviceKey = s.key WHERE s.classKey = ? AND e.periodKey = ?
        ORDER BY e.date DESC, e.key
        """,
        [student.schoolClass.key, period.key]
      ) { row -> EvaluationRecord? in
        guard let service = services[row[6]] else { return nil }
        let results = try results(db, evaluation: row[0], student: key)
        guard !results.isEmpty else { return nil }
        return EvaluationRecord(
          key: row[0],
          title: row[1],
          details: row[2],
          date: LocalDate(dayNumber: row[3]),
          period: period,
          coefficient: row[4],
          subject: directory.subjects[service.subjectKey] ?? .unknown,
          teacherLabel: directory.people[service.teacherKey]?.civilLabel ?? "",
          stage: row[5],
          results: results
        )
      }.compactMap(\.self)
    }
  }

  private func results(_ db: Database, evaluation: Int64, student: Int64) throws -> [SkillResultRecord] {
    try db.rows(
      """
      SELECT r.key, r.level, r.position, d.key, d.label, i.key, i.label, p.key, p.label, p.prefixes
      FROM evaluationResult r JOIN skillDomain d ON d.key = r.domainKey JOIN skillPillar p ON p.key = d.pillarKey
        LEFT JOIN skillItem i ON i.key = r.itemKey
      WHERE r.evaluationKey = ? AND r.studentKey = ? ORDER BY r.position
      """,
      [evaluation, student]
    ) { row in
      let code: Int = row[1]
      let item: Int64? = row[5]
      return SkillResultRecord(
        key: row[0],
        level: SkillLevelRecord.all.first { $0.code == code } ?? SkillLevelRecord.all[7],
        order: row[2],
        domain: Reference(key: row[3], label: row[4]),
        item: item.map { Reference(key: $0, label: row[6]) },
        pillar: Reference(key: row[7], label: row[8]),
        pillarPrefixes: row[9]
      )
    }
  }
}
