import ArgumentParser
import Foundation
import Pronote
import PronoteWire
import SchoolModel
import SchoolServer
import WebSession

/// `trousse demo`
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Shows a student's week, homework and grades from an invented school, over the real protocol.",
    discussion: #"JSON: {"version","timetable":{…},"homework":{…},"grades":{…}}"#
  )

  @Option(name: .customLong("version"), help: ArgumentHelp("The PRONOTE version to speak, 2020.0.2 to 2026.2.5."))
  var version: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let options = options
    var configuration = SchoolServerConfiguration()
    if let version { configuration.version = version }
    console.progress("Building a school")
    try await TemporarySchool.run(configuration) { address in
      let login = Login(
        school: try School(url: address.root),
        space: .student,
        username: "demonstration",
        password: Secret("pronotevs")
      )
      let pages = try await Connection.open(options) { client in
        try await Connection.signIn(login, with: client, console: console) { session in
          try await DemoPages(session)
        }
      }
      console.progress(nil)
      if console.isJSON {
        try console.print(pages.json(version: address.version))
      } else {
        try console.print(pages.lines(address, in: console.output))
      }
    }
  }
}

/// What the demonstration shows.
private struct DemoPages: Sendable {
  let schoolName: String
  let timetable: Timetable
  let homework: HomeworkList
  let grades: GradeBook

  init(_ session: PronoteSession) async throws {
    let profile = await session.profile
    let monday = await session.today.monday
    guard let student = await session.students.first else {
      throw CommandFailure(.unknownStudent, step: "demo", "the school has no student", status: .internalFault)
    }
    let period = try PeriodChoice.period(
      named: nil,
      among: await session.periods(for: student),
      current: await session.currentPeriod(for: student)
    )
    schoolName = profile.name
    timetable = try await session.timetable(for: student, in: monday...monday.adding(days: 6))
    homework = try await session.homework(for: student, in: monday...monday.adding(days: 13))
    grades = try await session.grades(for: student, in: period)
  }

  func json(version: String) -> JSONValue {
    [
      "version": .string(version), "timetable": timetable.json, "homework": homework.json, "grades": grades.json,
    ]
  }

  func lines(_ address: SchoolAddress, in terminal: Terminal) -> [String] {
    ["\(schoolName.printable), PRONOTE \(address.version), \(address.root)", ""]
      + timetable.lines(in: terminal) + [""]
      + homework.lines(in: terminal) + [""]
      + grades.lines(in: terminal)
  }
}
