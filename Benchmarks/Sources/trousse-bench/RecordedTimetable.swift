import Pronote
import PronoteWire
import SchoolModel

/// A recorded answer of PageEmploiDuTemps, to be decoded as a session decodes it.
struct RecordedTimetable {
  /// The answer.
  let bytes: [UInt8]
  /// How many lessons it holds, superseded ones included.
  let lessons: Int
  private let settings: FonctionParametres.Response
  private let profile: SchoolProfile
  private let week: Int

  /// A part of decoding that holds the parts before it. `run` returns a number that depends on what it made.
  typealias Stage = (name: String, run: @Sendable (RecordedTimetable) throws -> Int)

  /// Parsing alone, reading into structures too, making the timetable too.
  static let stages: [Stage] = [
    ("parse", { try $0.document().root.count }),
    ("structs", { try $0.response().listeCours.count }),
    ("model", { try $0.timetable().lessons.count }),
  ]

  /// Reads the recording once.
  ///
  /// - Throws: `PronoteError` when it cannot be read.
  init(answer: [UInt8], parameters: [UInt8]) throws {
    let recorded = try RecordedAnswer.decode(
      function: FonctionParametres.name,
      answer: parameters,
      parameters: nil,
      user: nil,
      choosing: { $0.first }
    )
    guard case .parameters(let profile, _, _) = recorded else { throw RecordedTimetable.isSomethingElse }
    let timetable = try RecordedAnswer.decode(
      function: PageEmploiDuTemps.name,
      answer: answer,
      parameters: parameters,
      user: nil,
      choosing: { $0.first }
    )
    guard case .timetable(let timetable) = timetable else { throw RecordedTimetable.isSomethingElse }
    let root = try JSONDocument(parameters).root
    settings = try FonctionParametres.Response(root["data"] ?? root["donnees"] ?? root)
    self.profile = profile
    bytes = answer
    lessons = timetable.lessons.count + timetable.superseded.count
    week = profile.year.weekNumber(of: timetable.days.lowerBound)
  }

  private static let isSomethingElse = BenchFailure(
    "malformedReply",
    step: "decode",
    "the recordings are of other functions",
    status: 65
  )

  private func document() throws -> JSONDocument {
    try JSONDocument(bytes)
  }

  private func response() throws -> PageEmploiDuTemps.Response {
    let root = try document().root
    return try PageEmploiDuTemps.Response(root["data"] ?? root["donnees"] ?? root)
  }

  private func timetable() throws -> Timetable {
    let monday = profile.year.monday(ofWeek: week)
    return TimetableMapping(parameters: settings, profile: profile)
      .timetable([.init(week: week, response: try response())], student: nil, days: monday...monday.adding(days: 6))
  }
}
