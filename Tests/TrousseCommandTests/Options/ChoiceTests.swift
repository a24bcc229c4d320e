import SchoolModel
import Testing
import TrousseCommand

@Suite struct `A name on the command line` {
  private static let names = ["PARENT Fanny", "PARENT Élise", "PARENT Éli"]

  @Test(arguments: [
    ("parent fanny", NameMatch.found(0)), ("fanny", .found(0)), ("ELISE", .found(1)), ("parent  eli", .found(2)),
    ("parent", .ambiguous([0, 1, 2])), ("éli", .ambiguous([1, 2])), ("zoé", .none), ("", .none), ("  ", .none),
  ])
  func `matches whatever its case and accents`(text: String, match: NameMatch) {
    #expect(NameMatch(text, in: Self.names, by: .part) == match)
  }

  @Test func `does not match in the middle where only the beginning counts`() {
    #expect(NameMatch("fanny", in: Self.names, by: .prefix) == .none)
  }
}

@Suite struct `The child of an account` {
  private static let fanny = Student(id: "1", name: "PARENT Fanny")
  private static let manon = Student(id: "2", name: "PARENT Manon")

  @Test func `is implied when there is one`() throws {
    #expect(try StudentChoice.student(named: nil, among: [Self.fanny]) == Self.fanny)
    #expect(try StudentChoice.student(named: nil, among: []) == nil)
  }

  @Test func `is found by a part of the name`() throws {
    #expect(try StudentChoice.student(named: "manon", among: [Self.fanny, Self.manon]) == Self.manon)
  }

  @Test(arguments: [nil, "parent", "zoé"])
  func `has to be chosen, and the choices are named`(child: String?) {
    let failure = #expect(throws: CommandFailure.self) {
      try StudentChoice.student(named: child, among: [Self.fanny, Self.manon])
    }
    #expect(failure?.status == .usage)
    #expect(failure?.message.contains("PARENT Fanny, PARENT Manon") == true)
  }

  @Test func `cannot be chosen where there is none`() {
    let failure = #expect(throws: CommandFailure.self) { try StudentChoice.student(named: "zoé", among: []) }
    #expect(failure?.code == .unknownStudent)
  }
}

@Suite struct `A grading period` {
  private static func period(_ name: String, id: String = "") -> GradingPeriod {
    GradingPeriod(id: id, name: name, kind: .term, start: nil, end: nil)
  }

  private static let periods = [period("Trimestre 1"), period("Trimestre 2"), period("Année continue")]

  @Test func `is the current one by default`() throws {
    #expect(
      try PeriodChoice.period(named: nil, among: Self.periods, current: Self.periods[1]) == Self.periods[1]
    )
  }

  @Test(arguments: [("trimestre 2", 1), ("ANNEE", 2), ("Trimestre 1", 0)])
  func `is found by the beginning of its name`(name: String, index: Int) throws {
    #expect(try PeriodChoice.period(named: name, among: Self.periods, current: nil) == Self.periods[index])
  }

  @Test func `is the same one when a school lists it twice`() throws {
    let twice = [Self.period("Trimestre 1", id: "a"), Self.period("Trimestre 1", id: "b")]
    #expect(try PeriodChoice.period(named: "trim", among: twice, current: nil).id == "a")
  }

  @Test(arguments: [nil, "trim", "semestre"])
  func `has to be known, and the known ones are named`(name: String?) {
    let failure = #expect(throws: CommandFailure.self) {
      try PeriodChoice.period(named: name, among: Self.periods, current: nil)
    }
    #expect(failure?.status == .usage)
    #expect(failure?.message.contains("Trimestre 1, Trimestre 2") == true)
  }
}
