import Foundation
import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolGradeTests {
  @Test(arguments: SampleSchools.days) func everySpecialMarkStandsInTheCurrentTerm(day: String) throws {
    let school = try SampleSchools.school(day)
    let student = try school.mainStudent
    let book = try #require(try school.gradeBook(forStudent: student, period: school.calendar.currentPeriodKey))
    let marks = book.tests.map(\.mark)
    for code in 1...8 { #expect(marks.contains("|\(code)"), "no |\(code)") }
    #expect(marks.contains(""))
    #expect(marks.filter { !$0.isEmpty && !$0.hasPrefix("|") }.count > 8)
    #expect(book.tests.contains { $0.isBonus })
    #expect(book.tests.contains { $0.isOptional })
    #expect(book.tests.contains { $0.isBroughtTo20 && $0.scale == "10" })
    #expect(book.tests.contains { $0.isForGroup })
    #expect(book.tests.allSatisfy { $0.period.key == school.calendar.currentPeriodKey })
    #expect(book.tests.allSatisfy { $0.date <= max(school.calendar.today, school.calendar.firstDay) })
    #expect(book.average != nil && book.classAverage != nil)
    #expect(book.services.count == 12)
    #expect(book.services.allSatisfy { !$0.student.isEmpty })
  }

  @Test func coefficientsAndScalesVary() throws {
    let school = try SampleSchools.school("2027-05-06")
    let books = try school.calendar.terms.compactMap {
      try school.gradeBook(forStudent: school.mainStudent, period: $0.key)
    }
    let tests = books.flatMap(\.tests)
    #expect(Set(tests.map(\.scale)).isSuperset(of: ["5", "10", "20", "40"]))
    #expect(Set(tests.map(\.coefficient)).isSuperset(of: ["0,5", "1", "2"]))
    #expect(tests.contains { $0.mark.contains(",50") })
    #expect(tests.contains { $0.paperName != nil } && tests.contains { $0.correctionName != nil })
    let paper = try #require(tests.first { $0.paperName != nil })
    #expect(try school.testFile(paper.key, isCorrection: false)?.content.starts(with: Data("%PDF".utf8)) == true)
  }

  @Test func aTermThatIsOverIsCompleteAndAFutureOneIsEmpty() throws {
    let school = try SampleSchools.school("2026-11-25")
    let student = try school.mainStudent
    #expect(school.calendar.currentPeriodKey == 2)
    #expect(try #require(try school.gradeBook(forStudent: student, period: 1)).tests.count >= 40)
    let future = try #require(try school.gradeBook(forStudent: student, period: 3))
    #expect(future.tests.isEmpty && future.services.isEmpty && future.average == nil)
    #expect(try #require(try school.gradeBook(forStudent: student, period: 7)).tests.isEmpty)
    #expect(try school.gradeBook(forStudent: student, period: 99) == nil)
    #expect(try school.gradeBook(forStudent: 0, period: 1) == nil)
  }

  @Test(arguments: ["2026-11-25", "2021-03-17", "2027-05-06"])
  func averagesAreThoseOfTheRule(day: String) throws {
    let school = try SampleSchools.school(day)
    let period = school.calendar.currentPeriodKey
    for schoolClass in school.directory.classes.suffix(4) {
      var bySubject: [Int64: [Decimal]] = [:]
      var overall: [Decimal] = []
      var books: [GradeBookRecord] = []
      for student in try school.students(ofClass: schoolClass.key) {
        let book = try #require(try school.gradeBook(forStudent: student.key, period: period))
        var own: [Decimal] = []
        for service in book.services {
          let expected = ExpectedAverage.subject(book.tests.filter { $0.serviceKey == service.serviceKey })
          if let expected {
            #expect(service.student == ExpectedAverage.text(expected), "\(student.label) \(service.subject.name)")
            own.append(expected)
            bySubject[service.serviceKey, default: []].append(expected)
          } else {
            #expect(service.student.hasPrefix("|") || service.student.isEmpty)
          }
        }
        let mean = ExpectedAverage.mean(own)
        #expect(book.average == mean.map(ExpectedAverage.text))
        overall += mean.map { [$0] } ?? []
        books.append(book)
      }
      for book in books {
        #expect(book.classAverage == ExpectedAverage.mean(overall).map(ExpectedAverage.text))
        for service in book.services {
          let values = bySubject[service.serviceKey] ?? []
          #expect(service.classAverage == ExpectedAverage.mean(values).map(ExpectedAverage.text) ?? "")
          #expect(service.minimum == values.min().map(ExpectedAverage.text) ?? "")
          #expect(service.maximum == values.max().map(ExpectedAverage.text) ?? "")
        }
      }
    }
  }

  @Test func classFiguresOfATestCountEveryNumericMark() throws {
    let school = try SampleSchools.school("2026-11-25")
    var marks: [Int64: [Decimal]] = [:]
    var tests: [Int64: GradedTestRecord] = [:]
    for student in try school.students(ofClass: 7) {
      for test in try #require(try school.gradeBook(forStudent: student.key, period: 1)).tests {
        tests[test.key] = test
        if let points = ExpectedAverage.points(test) { marks[test.key, default: []].append(points) }
      }
    }
    #expect(tests.count > 40)
    for (key, test) in tests {
      let values = marks[key] ?? []
      #expect(test.classAverage == ExpectedAverage.mean(values).map(ExpectedAverage.text) ?? "")
      #expect(test.minimum == values.min().map(ExpectedAverage.text) ?? "")
      #expect(test.maximum == values.max().map(ExpectedAverage.text) ?? "")
    }
  }

  @Test func reportCardsOfTermsThatAreOverArePublished() throws {
    let school = try SampleSchools.school("2026-11-25")
    let student = try school.mainStudent
    let card = try #require(try school.reportCard(forStudent: student, period: 1))
    #expect(card.isPublished)
    #expect(card.services.count == 12)
    #expect(card.services.allSatisfy { !$0.appreciation.isEmpty && !$0.teachers.joined().isEmpty })
    #expect(card.appreciations.map(\.code) == [0, 1, 7])
    let book = try school.gradeBook(forStudent: student, period: 1)
    #expect(card.average == book?.average)
    let current = try #require(try school.reportCard(forStudent: student, period: 2))
    #expect(!current.isPublished && current.services.isEmpty)
    #expect(current.message?.contains("Trimestre 2") == true)
  }

  @Test(arguments: SampleSchools.days) func skillsAreEvaluated(day: String) throws {
    let school = try SampleSchools.school(day)
    let evaluations = try school.evaluations(forStudent: school.mainStudent, period: school.calendar.currentPeriodKey)
    #expect(evaluations.count == 5)
    for evaluation in evaluations {
      #expect(evaluation.results.map(\.order) == Array(1...evaluation.results.count))
      #expect(evaluation.stage == "Cycle 4")
      #expect(!evaluation.teacherLabel.isEmpty)
      #expect(evaluation.results.allSatisfy { !$0.pillarPrefixes.isEmpty && !$0.domain.label.isEmpty })
    }
    let results = evaluations.flatMap(\.results)
    #expect(results.contains { $0.item == nil } && results.contains { $0.item != nil })
  }
}
