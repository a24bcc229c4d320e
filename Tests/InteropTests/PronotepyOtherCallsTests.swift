import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// Functions that pronotepy has no methods for, called through its channel.
@Suite(
  "functions beyond pronotepy's methods answer from the school's data",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepyOtherCallsTests {
  @Test("in the newest version and the one before", arguments: PronotepyCase.all.prefix(2))
  func answers(_ judge: PronotepyCase) async throws {
    let database = try judge.school.database()
    let seen = try await judge.run("pronotepy_other_calls.py", SeenByOtherCalls.self, database)
    let account = try #require(try database.account(login: "demonstration", space: .student))
    try expectNotebook(seen.notebook, student: account.person.key, database)
    expectDrafts(seen.drafts)
    try expectNews(seen.news, judge, person: account.person.key, database)
    #expect(PDFFile.pageCount(seen.report) == 1)
    #expect(seen.reportElsewhere == 404)
    #expect(seen.parentTicks)
    #expect(seen.links == [database.establishment.website])
    // An id of another session, one of another kind, a tab for another function, a function that nobody knows.
    #expect(seen.foreignClass == "22")
    #expect(seen.wrongKind == "20")
    #expect(seen.wrongTab == "3")
    #expect(seen.unknownFunction == "3")
    #expect(seen.stillThere)
  }

  private func expectNotebook(
    _ seen: SeenByOtherCalls.Notebook,
    student: Int64,
    _ database: SchoolDatabase
  ) throws {
    let calendar = database.calendar
    let monday = calendar.today.monday
    let entries = try database.notebook(forStudent: student, from: monday, to: monday.adding(days: 6))
    let given = try entries.flatMap { try database.homework(forStudent: student, notebook: $0.key) }
    #expect(!entries.isEmpty)
    #expect(!given.isEmpty)
    #expect(seen.contents.sorted() == entries.flatMap(\.contents).map(\.title).sorted())
    #expect(seen.homework.sorted() == given.map { WireDate.text($0.due) }.sorted())
    let weeks = try database.weeksWithLessons(forStudent: student).sorted()
    #expect(WireRange.parse(seen.weeks) == weeks)
  }

  private func expectDrafts(_ seen: SeenByOtherCalls.Drafts) {
    #expect([seen.saved, seen.changed, seen.sent] == ["Un", "Deux", "Trois"])
    #expect(seen.labels == 1)
    #expect(seen.more == 1)
    #expect(!seen.draftAfter)
    #expect(seen.trashed == 1)
    #expect(seen.restored == 0)
    #expect(seen.unread > 0)
    #expect(seen.read == 0)
    #expect(seen.gone)
    #expect(seen.empty)
    #expect(seen.unknown)
  }

  private func expectNews(
    _ seen: SeenByOtherCalls.News,
    _ judge: PronotepyCase,
    person: Int64,
    _ database: SchoolDatabase
  ) throws {
    let questions = try database.news(forPerson: person).flatMap(\.questions).filter(\.isAnswerExpected)
    #expect(Set(questions.map(\.kind)).count == 4)
    #expect(
      seen.answered
        == questions.map { .init(kind: $0.kind.rawValue, failed: false, answered: true, same: true) }
    )
    #expect(!seen.outOfRange.isEmpty && seen.outOfRange.allSatisfy { $0 })
    #expect(seen.foreignPublic)
    #expect(seen.deleted == 1)
    #expect(seen.questionsInList == (judge.version != "2026.2.5"))
  }
}
