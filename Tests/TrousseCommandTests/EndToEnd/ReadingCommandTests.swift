import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// What the reading commands print, compared with the data that the school was made from.
@Suite struct `Reading commands` {
  @Suite(.school("--version", "2026.2.5")) struct `in the newest dialect, in the clear` {
    @Test func `print the timetable`() async throws { try await Reading.timetable() }
    @Test func `print the grades`() async throws { try await Reading.grades() }
    @Test func `print the averages`() async throws { try await Reading.averages() }
    @Test func `print the homework`() async throws { try await Reading.homework() }
    @Test func `print the school`() async throws { try await Reading.school(version: "2026.2.5") }
    @Test func `print lines for people`() async throws { try await Reading.lines() }
  }

  @Suite(.school("--version", "2021.3.3", "--encrypt", "--compress"))
  struct `in an old dialect, encrypted and compressed` {
    @Test func `print the timetable`() async throws { try await Reading.timetable() }
    @Test func `print the grades`() async throws { try await Reading.grades() }
    @Test func `print the averages`() async throws { try await Reading.averages() }
    @Test func `print the homework`() async throws { try await Reading.homework() }
    @Test func `print the school`() async throws { try await Reading.school(version: "2021.3.3") }
  }
}

/// The tests of ``Reading commands``, for the school of any suite.
private enum Reading {
  /// Runs a command for the demonstration student.
  static func json(_ arguments: String...) async throws -> JSONView {
    let school = try ServedSchool.ofSuite()
    return try await ToolHome.with { home in
      try await home.signIn(school)
      return try await home.json(arguments)
    }
  }

  static func student() throws -> (database: SchoolDatabase, key: Int64) {
    let database = try SchoolContent.database()
    return (database, try #require(try database.account(login: "demonstration", space: .student)).person.key)
  }

  static func timetable() async throws {
    let json = try await json("timetable")
    #expect(JSONShape.timetable().problems(json) == [])
    #expect(json["student"]?.string == "PARENT Fanny")
    #expect(json["from"]?.string == "2026-11-16")
    #expect(json["to"]?.string == "2026-11-22")
    #expect(json["diagnostics"]?.count == 0)
    let lessons = try #require(json["lessons"]).elements
    #expect(Set(lessons.compactMap { $0["id"]?.string }).count == lessons.count)
    #expect(lessons.compactMap { $0["start"]?.string } == lessons.compactMap { $0["start"]?.string }.sorted())
    let (database, key) = try student()
    let expected = try database.lessons(
      forStudent: key,
      from: SchoolContent.week.lowerBound,
      to: SchoolContent.week.upperBound
    )
    #expect(expected.count > 15)
    // Lessons that something replaces are kept aside; all others are there.
    let replaced = expected.filter { lesson in
      lesson.isCancelled && expected.contains { !$0.isCancelled && $0.start < lesson.end && lesson.start < $0.end }
    }
    let paris = try #require(TimeZone(identifier: "Europe/Paris"))
    #expect(
      lessons.map { Seen($0) }.sorted()
        == expected.filter { lesson in !replaced.contains(lesson) }.map { Seen($0, in: paris) }.sorted()
    )
  }

  struct Seen: Comparable {
    var text: String

    init(_ json: JSONView) {
      let names = (json["teachers"]?.elements ?? []) + (json["rooms"]?.elements ?? [])
      text = [
        json["start"]?.string, json["end"]?.string, json["isCancelled"]?.bool.map { "\($0)" },
        json["isTest"]?.bool.map { "\($0)" }, names.compactMap(\.string).joined(separator: " + "),
        json["status"]?.string, json["memo"]?.string,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }

    init(_ record: LessonRecord, in zone: TimeZone) {
      text = [
        record.start.iso8601(in: zone), record.end.iso8601(in: zone), "\(record.isCancelled)", "\(record.isTest)",
        (record.teachers.map(\.label) + record.rooms.map(\.label)).joined(separator: " + "), record.status,
        record.memo,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }

    static func < (left: Seen, right: Seen) -> Bool { left.text < right.text }
  }

  static func grades() async throws {
    let json = try await json("grades")
    #expect(JSONShape.grades.problems(json) == [])
    #expect(json["period"]?.string == "Trimestre 2")
    #expect(json["diagnostics"]?.count == 0)
    let (database, key) = try student()
    let period = try #require(database.calendar.currentPeriod)
    #expect(period.name == "Trimestre 2")
    let book = try #require(try database.gradeBook(forStudent: key, period: period.key))
    #expect(try #require(json["grades"]).elements.map(text).sorted() == book.tests.map(text).sorted())
    #expect(book.tests.count > 5)
    // A mark is a number, or null with the reason.
    for grade in try #require(json["grades"]).elements {
      #expect(
        (grade["value"]?.isNull ?? false) || grade["state"]?.isNull ?? false
          || grade["state"]?.string == "congratulations"
      )
      #expect(!((grade["value"]?.isNull ?? true) && grade["state"]?.isNull ?? true), "neither value nor state")
    }
    #expect(json["average"]?.numberText == book.average.map(plain))
    #expect(json["classAverage"]?.numberText == book.classAverage.map(plain))
    let names = try #require(json["subjects"]).elements.compactMap { $0["name"]?.string }
    #expect(names.sorted() == book.services.map(\.subject.name).sorted())
  }

  private static func text(_ grade: JSONView) -> String {
    let keys = ["date", "subject", "scale", "coefficient", "comment", "value", "classAverage", "minimum", "maximum"]
    return keys.map { grade.member($0)?.numberText ?? grade.member($0)?.string ?? "-" }.joined(separator: " | ")
  }

  private static func text(_ test: GradedTestRecord) -> String {
    [
      test.date.description, test.subject.name, plain(test.scale), plain(test.coefficient), test.title,
      plain(test.mark), plain(test.classAverage), plain(test.minimum), plain(test.maximum),
    ].joined(separator: " | ")
  }

  /// A mark of the school as JSON writes it: `12,50` is 12.5, and annotations are no numbers.
  private static func plain(_ mark: String) -> String {
    if mark.isEmpty { return "-" }
    // Congratulations may carry points: |8|20.
    if mark.hasPrefix("|") { return mark.split(separator: "|").dropFirst().first.map { plain(String($0)) } ?? "-" }
    guard mark.contains(",") || mark.contains(".") else { return mark }
    var text = mark.replacing(",", with: ".")
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  static func averages() async throws {
    let json = try await json("averages", "--period", "Trimestre 1")
    #expect(JSONShape.averages.problems(json) == [])
    #expect(json["period"]?.string == "Trimestre 1")
    let (database, key) = try student()
    let period = try #require(database.calendar.terms.first)
    let book = try #require(try database.gradeBook(forStudent: key, period: period.key))
    let seen = try #require(json["subjects"]).elements.map { subject in
      ["name", "average", "classAverage", "minimum", "maximum"]
        .map { subject.member($0)?.string ?? subject.member($0)?.numberText ?? "-" }.joined(separator: " | ")
    }
    let expected = book.services.map { service in
      [
        service.subject.name, plain(service.student), plain(service.classAverage), plain(service.minimum),
        plain(service.maximum),
      ].joined(separator: " | ")
    }
    #expect(seen.sorted() == expected.sorted())
    #expect(expected.count > 5)
  }

  static func homework() async throws {
    let json = try await json("homework", "--from", "2026-11-16", "--to", "2026-11-29")
    #expect(JSONShape.homework.problems(json) == [])
    #expect(json["diagnostics"]?.count == 0)
    let (database, key) = try student()
    let monday = SchoolContent.week.lowerBound
    let expected = try database.homework(forStudent: key, dueFrom: monday, to: monday.adding(days: 13)).map { item in
      "\(item.due) \(item.given) \(item.subject.name) \(item.isDone) \(item.attachments.map(\.name))"
    }
    let seen = try #require(json["homework"]).elements.map { item in
      let names = item["attachments"]?.elements.compactMap { $0["name"]?.string } ?? []
      return [
        item["due"]?.string, item["assigned"]?.string, item["subject"]?.string, item["isDone"]?.bool.map { "\($0)" },
        "\(names)",
      ].compactMap(\.self).joined(separator: " ")
    }
    #expect(seen.sorted() == expected.sorted())
    #expect(!expected.isEmpty)
    for item in try #require(json["homework"]).elements {
      let text = try #require(item["text"]?.string)
      #expect(text.firstMatch(of: /<\/?[a-z]+[^>]*>|&[a-z]+;/) == nil, "markup: \(text)")
    }
  }

  static func school(version: String) async throws {
    let json = try await json("school")
    #expect(JSONShape.school.problems(json) == [])
    #expect(json["version"]?.string == version)
    #expect(json["timeZone"]?.string == "Europe/Paris")
    let calendar = try SchoolContent.database().calendar
    #expect(json["year"]?["firstMonday"]?.string == calendar.year.firstMonday.description)
    #expect(json["year"]?["holidays"]?.count == calendar.holidays.count)
    #expect(json["periods"]?.elements.map { $0["name"]?.string } == calendar.periods.map(\.name))
  }

  static func lines() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      let expected = [
        "timetable": "PARENT Fanny (3A)", "homework": "PARENT Fanny (3A)", "grades": "Trimestre 2",
        "averages": "Trimestre 2", "school": "COLLÈGE DES TROIS RIVIÈRES",
      ]
      for (command, text) in expected {
        let run = try await home.run(command)
        #expect(run.status == 0, "\(run)")
        #expect(run.errors.isEmpty, "\(run)")
        #expect(run.outputText.contains(text), "\(run)")
        #expect(run.outputLines.count > 5, "\(run)")
        #expect(!run.outputText.contains("\u{1B}"), "\(command)")
      }
    }
  }
}
