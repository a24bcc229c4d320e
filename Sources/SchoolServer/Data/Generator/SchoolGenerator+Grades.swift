import GRDB
import SchoolModel

extension SchoolGenerator {
  /// Graded tests of every term that has begun, with the marks of all students.
  mutating func makeGrades() throws {
    var random = random("tests")
    var tests: [PlannedTest] = []
    let byCourse = lessonsByCourse()
    for service in services where SubjectPlan.plan(service.subjectKey).coefficient > 0 {
      let course = byCourse[Course(classKey: service.classKey, subjectKey: service.subjectKey)] ?? []
      for period in calendar.terms where period.start <= calendar.today {
        let candidates = course.filter { index in
          let date = lessons[index].date
          return period.start <= date && date <= min(period.end, calendar.today) && !lessons[index].isCancelled
        }
        let weeks = (min(period.end, calendar.today).days(since: period.start)) / 7
        for number in 0..<min(4, 2 + weeks / 4) {
          let index =
            candidates.isEmpty ? nil : candidates[(2 * number + 1) * candidates.count / (2 * min(4, 2 + weeks / 4))]
          tests.append(makeTest(number, service, period, lesson: index, key: tests.count + 1, &random))
        }
      }
    }
    let specials = arrangeSpecialMarks(&tests)
    try writeTests(tests, &random)
    try writeMarks(tests, specials)
  }

  /// The lessons of one class in one subject.
  struct Course: Hashable {
    let classKey: Int64
    let subjectKey: Int64
  }

  /// The indexes of the lessons of every course, by date.
  func lessonsByCourse() -> [Course: [Int]] {
    var result: [Course: [Int]] = [:]
    for index in lessons.indices {
      guard let subject = lessons[index].subjectKey else { continue }
      for key in lessons[index].classKeys {
        result[Course(classKey: key, subjectKey: subject), default: []].append(index)
      }
    }
    return result
  }

  private mutating func makeTest(
    _ number: Int,
    _ service: PlannedService,
    _ period: PeriodRecord,
    lesson index: Int?,
    key: Int,
    _ random: inout SeededGenerator
  ) -> PlannedTest {
    let chapters = SubjectPlan.plan(service.subjectKey).chapters
    let chapter = chapters[(Int(period.key) * 2 + number) % chapters.count]
    let title = random.pick(["Contrôle : ", "Interrogation : ", "Devoir maison : ", "Évaluation : "]) + chapter
    let fallback = pastSchoolDays.last { period.start <= $0 && $0 <= period.end } ?? period.start
    var test = PlannedTest(
      key: Int64(key),
      service: service,
      period: period,
      title: title,
      date: index.map { lessons[$0].date } ?? fallback
    )
    test.scale = random.chance(70) ? 20 : random.pick([10, 10, 5, 40])
    test.coefficient = random.chance(60) ? "1" : random.pick(["0,5", "2", "1,5", "2"])
    test.isBroughtTo20 = test.scale != 20 && random.chance(50)
    let kind = random.below(100)
    if number > 0 {
      if kind < 5 { test.becomeBonus() }
      test.isOptional = (5..<12).contains(kind)
    }
    if let index, lessons[index].isOrdinary, title.hasPrefix("Contrôle") {
      lessons[index].isTest = true
      lessons[index].testTitle = title
    }
    return test
  }

  /// Gives the demonstration student every special mark, an unmarked test, a bonus, an optional test and one brought to
  /// 20 in the current term, spread over the subjects.
  ///
  /// - Returns: the student's marks that are fixed, by test.
  private func arrangeSpecialMarks(_ tests: inout [PlannedTest]) -> [Int64: String] {
    var lastTests: [Int] = []
    var seen: Set<Int64> = []
    let groupKeys = students[cast.student]?.groupKeys ?? []
    for index in tests.indices.reversed() where tests[index].period.key == calendar.currentPeriodKey {
      let service = tests[index].service
      guard service.classKey == cast.mainClass, service.groupKey.map(groupKeys.contains) ?? true,
        seen.insert(service.key).inserted
      else { continue }
      lastTests.append(index)
    }
    var specials: [Int64: String] = [:]
    for (position, index) in lastTests.reversed().enumerated() {
      tests[index].isBonus = false
      tests[index].isOptional = position == 10
      switch position {
      case 0..<8: specials[tests[index].key] = "|\(position + 1)"
      case 8: specials[tests[index].key] = ""
      case 9: tests[index].becomeBonus()
      case 11:
        tests[index].scale = 10
        tests[index].isBroughtTo20 = true
        tests[index].coefficient = "0,5"
      default: break
      }
    }
    return specials
  }

  private func writeTests(_ tests: [PlannedTest], _ random: inout SeededGenerator) throws {
    let writer = try RowWriter(
      db,
      "gradedTest",
      """
      key serviceKey periodKey title date scale coefficient isBonus isOptional isBroughtTo20 paperName paperFileKey \
      correctionName correctionFileKey
      """
    )
    for test in tests {
      let hasPaper = random.chance(35)
      let hasCorrection = random.chance(20)
      try writer.insert(
        test.key,
        test.service.key,
        test.period.key,
        test.title,
        test.date.dayNumber,
        String(test.scale),
        test.coefficient,
        test.isBonus,
        test.isOptional,
        test.isBroughtTo20,
        hasPaper ? "sujet.pdf" : nil,
        hasPaper ? files["sujet.pdf"] : nil,
        hasCorrection ? "corrigé.pdf" : nil,
        hasCorrection ? files["corrigé.pdf"] : nil
      )
    }
  }

  private func writeMarks(_ tests: [PlannedTest], _ specials: [Int64: String]) throws {
    var random = random("marks")
    let writer = try RowWriter(db, "mark", "testKey studentKey value remark")
    var ability: [Int64: Int] = [:]
    for key in students.keys.sorted() { ability[key] = random.number(in: 700...1650) }
    ability[cast.student] = 1380
    for test in tests {
      let difficulty = random.number(in: -150...150)
      for student in students(of: test.service) {
        let level = (ability[student] ?? 1000) + difficulty + random.number(in: -350...350)
        let code = random.below(100)
        var value = SchoolGenerator.markText(outOf20: level, scale: test.scale)
        if student == cast.student {
          value = specials[test.key] ?? value
        } else if code < 5 {
          value = ["|1", "|2", "|5", "|7", "|6"][code]
        }
        let remark = random.chance(12) ? random.pick(SchoolTexts.remarks) : ""
        try writer.insert(test.key, student, value, remark)
      }
    }
  }

  /// A mark as text: hundredths of a mark out of 20, brought to a scale and rounded to half points (quarters below 20).
  static func markText(outOf20 hundredths: Int, scale: Int) -> String {
    let step = scale < 20 ? 25 : 50
    let scaled = max(0, min(2000, hundredths)) * scale / 20
    let rounded = min(scale * 100, (scaled + step / 2) / step * step)
    let cents = rounded % 100
    return cents == 0 ? "\(rounded / 100)" : "\(rounded / 100),\(cents < 10 ? "0" : "")\(cents)"
  }
}
