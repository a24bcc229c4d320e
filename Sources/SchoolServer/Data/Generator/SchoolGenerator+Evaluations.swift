import GRDB
import SchoolModel

extension SchoolGenerator {
  private static let pillars: [(label: String, prefixes: String, domains: [(String, [String])])] = [
    (
      "Langue française à l'oral et à l'écrit", "D1.1",
      [("Lire", ["Comprendre un récit", "Lire à voix haute"]), ("Écrire", ["Rédiger un texte cohérent"])]
    ),
    ("Langues étrangères", "D1.2", [("Dialoguer", ["Réagir et dialoguer"]), ("Écouter", [])]),
    (
      "Langages mathématiques, scientifiques et informatiques", "D1.3, D4",
      [("Calculer", ["Calculer avec des fractions", "Estimer un résultat"]), ("Raisonner", [])]
    ),
    ("Les représentations du monde", "D5, D2", [("Se repérer", ["Situer un fait"]), ("Expliquer", [])]),
  ]

  /// Evaluations of skills in five subjects for every term that has begun.
  mutating func makeEvaluations() throws {
    try writeSkills()
    var random = random("evaluations")
    let writer = try RowWriter(
      db,
      "evaluation",
      "key serviceKey periodKey title details date coefficient stage"
    )
    let resultWriter = try RowWriter(
      db,
      "evaluationResult",
      "key evaluationKey studentKey position domainKey itemKey level"
    )
    let pillarBySubject: [Int64: Int] = [
      SubjectPlan.french: 0, SubjectPlan.english: 1, SubjectPlan.maths: 2, SubjectPlan.biology: 2,
      SubjectPlan.history: 3,
    ]
    var key: Int64 = 1
    var resultKey: Int64 = 1
    let days = pastSchoolDays
    for service in services {
      guard let pillar = pillarBySubject[service.subjectKey] else { continue }
      let grade = schoolClass(service.classKey).grade
      for period in calendar.terms where period.start <= calendar.today {
        let inPeriod = days.filter { period.start <= $0 && $0 <= period.end }
        let date = inPeriod.isEmpty ? period.start : random.pick(inPeriod)
        let plan = SubjectPlan.plan(service.subjectKey)
        let chapter = plan.chapters[Int(period.key) % plan.chapters.count]
        try writer.insert(
          key,
          service.key,
          period.key,
          chapter,
          random.chance(50) ? "Évaluation en classe : \(chapter)." : "",
          date.dayNumber,
          random.number(in: 1...2),
          grade == 6 ? "Cycle 3" : "Cycle 4"
        )
        let skills = SchoolGenerator.skills(ofPillar: pillar)
        for student in students(of: service) {
          for (position, skill) in skills.enumerated() {
            let level = random.chance(6) ? random.number(in: 7...10) : 1 + random.below(random.chance(70) ? 4 : 6)
            try resultWriter.insert(resultKey, key, student, position + 1, skill.domain, skill.item, level)
            resultKey += 1
          }
        }
        key += 1
      }
    }
  }

  private func writeSkills() throws {
    let pillarWriter = try RowWriter(db, "skillPillar", "key label prefixes")
    let domainWriter = try RowWriter(db, "skillDomain", "key pillarKey label")
    let itemWriter = try RowWriter(db, "skillItem", "key domainKey label")
    for (index, pillar) in SchoolGenerator.pillars.enumerated() {
      try pillarWriter.insert(index + 1, pillar.label, pillar.prefixes)
      for (position, domain) in pillar.domains.enumerated() {
        let domainKey = (index + 1) * 10 + position
        try domainWriter.insert(domainKey, index + 1, domain.0)
        for (offset, item) in domain.1.enumerated() {
          try itemWriter.insert(domainKey * 10 + offset, domainKey, item)
        }
      }
    }
  }

  /// The skills of a pillar: every item, and the domains that have none.
  private static func skills(ofPillar index: Int) -> [(domain: Int, item: Int?)] {
    pillars[index].domains.enumerated().flatMap { position, domain -> [(domain: Int, item: Int?)] in
      let key = (index + 1) * 10 + position
      return domain.1.isEmpty ? [(key, nil)] : domain.1.indices.map { (key, key * 10 + $0) }
    }
  }

  /// The remarks of the report cards of terms that are over.
  mutating func makeReportCards() throws {
    var random = random("reports")
    let remarkWriter = try RowWriter(db, "reportRemark", "studentKey periodKey serviceKey text")
    let appreciationWriter = try RowWriter(db, "reportAppreciation", "studentKey periodKey code heading text")
    for period in calendar.terms where period.end < calendar.today {
      for service in services where SubjectPlan.plan(service.subjectKey).coefficient > 0 {
        for student in students(of: service) {
          try remarkWriter.insert(student, period.key, service.key, random.pick(SchoolTexts.reportRemarks))
        }
      }
      for student in students.keys.sorted() {
        let general = random.pick(SchoolTexts.generalRemarks)
        let mention = random.pick(["Encouragements", "Compliments", "", "Félicitations"])
        try appreciationWriter.insert(student, period.key, 0, "Appréciation globale", general)
        try appreciationWriter.insert(student, period.key, 1, "Mention du conseil de classe", mention)
        try appreciationWriter.insert(student, period.key, 7, "Vie scolaire", "Élève ponctuel.")
      }
    }
  }
}
