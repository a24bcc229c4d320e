import Pronote
import SchoolModel
import SchoolServer
import Testing

/// Our client against our school: every dialect in every combination of encryption and compression.
@Suite("Every dialect, plain, encrypted, compressed, both")
struct DialectMatrixTests {
  /// One version of each dialect, and the edges between them.
  static let versions = [
    "2019.2.9", "2020.0.2", "2022.0.5", "2023.0.1", "2024.3.8", "2024.3.9", "2025.1.2", "2025.1.3", "2026.1.3",
    "2026.2.4", "2026.2.5", "2027.0.1",
  ]

  static let modes = [(false, false), (true, false), (false, true), (true, true)]

  @Test("the same week, grades and homework arrive", arguments: versions, modes)
  func reads(version: String, mode: (encrypt: Bool, compress: Bool)) async throws {
    let week = RunningSchool.today.monday...RunningSchool.today.monday.adding(days: 6)
    let seen = try await RunningSchool.with(version: version, encrypt: mode.encrypt, compress: mode.compress) {
      address,
      transport in
      let session = try await RunningSchool.session(
        address,
        transport,
        username: "accents",
        password: "Élève été 2026 ✓"
      )
      let student = try #require(await session.students.first)
      let timetable = try await session.timetable(for: student, in: week)
      let period = try #require(await session.currentPeriod(for: student))
      let grades = try await session.grades(for: student, in: period)
      let homework = try await session.homework(for: student, in: week.lowerBound...week.upperBound.adding(days: 7))
      #expect(await session.profile.version == version)
      try await session.keepAlive()
      await session.signOut()
      return Seen(timetable, grades, homework)
    }
    #expect(seen.lessons.count >= 15)
    #expect(seen.grades.count >= 8)
    #expect(!seen.homework.isEmpty)
    #expect(seen.diagnostics.isEmpty)
    // The content does not depend on how it travelled.
    #expect(seen == (await Reference.shared.value(orElse: seen)))
  }

  struct Seen: Sendable, Equatable {
    var lessons: [Lesson]
    var superseded: [Lesson]
    var grades: [Grade]
    var subjects: [SubjectAverage]
    var homework: [Homework]
    var diagnostics: [Diagnostic]

    init(_ timetable: Timetable, _ book: GradeBook, _ list: HomeworkList) {
      lessons = timetable.lessons
      superseded = timetable.superseded
      grades = book.grades.content ?? []
      subjects = book.subjects.content ?? []
      homework = list.homework.map { item in
        var item = item
        // Files carry an id of the session; the name is what has to be the same.
        item.attachments = item.attachments.map { Attachment(name: $0.name, kind: $0.kind, url: $0.url) }
        return item
      }
      diagnostics = timetable.diagnostics + book.diagnostics + list.diagnostics
    }
  }

  /// What the first case saw, for the others to compare with.
  actor Reference {
    static let shared = Reference()
    private var first: Seen?

    func value(orElse seen: Seen) -> Seen {
      if let first { return first }
      first = seen
      return seen
    }
  }

  @Test("all nine spaces open", arguments: AccountSpace.all.filter { $0 != .tutor })
  func spaces(space: AccountSpace) async throws {
    try await RunningSchool.with { address, transport in
      let username = space == .staff ? "demonstration2" : "demonstration"
      let session = try await RunningSchool.session(address, transport, space: space, username: username)
      #expect(await !session.displayName.isEmpty)
      try await session.keepAlive()
      await session.signOut()
    }
  }
}
