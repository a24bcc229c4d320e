import ArgumentParser
import Foundation
import PronoteWire

/// `trousse-bench decode`
struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Decodes a recorded answer of PageEmploiDuTemps many times, without any network.",
    discussion: """
      Each stage holds the ones before: parsing the JSON, reading it into the structures of the wire, making the \
      timetable of them. Best of \(BestWindow.windows) windows after one to warm up.
      JSON: {"bytes","lessons","count","windows","stages":{"parse","structs","model"}}, each stage \
      {"nanosecondsPerAnswer","megabytesPerSecond"}.
      """
  )

  @Argument(help: "What stood inside donneesSec or dataSec.")
  var file: String

  @Option(help: ArgumentHelp("The answer of FonctionParametres in the same session.", valueName: "file"))
  var parameters: String

  @Option(
    help: ArgumentHelp("Answers per window (default: as many as a tenth of a second takes).", valueName: "number")
  )
  var count: Int?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let count, !(1...1_000_000_000).contains(count) { throw ValidationError("--count must be at least 1") }
  }

  func run() throws {
    let answer = try RecordedTimetable(
      answer: try InputFile.bytes(file),
      parameters: try InputFile.bytes(parameters)
    )
    let size = answer.bytes.count
    let stages = try RecordedTimetable.stages.map { stage in
      (name: stage.name, window: try BestWindow(count: count) { try stage.run(answer) })
    }
    if json {
      let members = stages.map { stage in
        JSONValue.Member(
          stage.name,
          [
            "nanosecondsPerAnswer": .decimal(stage.window.nanoseconds),
            "megabytesPerSecond": .decimal(stage.window.megabytesPerSecond(size)),
          ]
        )
      }
      let report: JSONValue = [
        "bytes": .integer(size), "lessons": .integer(answer.lessons), "count": .integer(stages.last?.window.count ?? 0),
        "windows": .integer(BestWindow.windows), "stages": .object(members),
      ]
      print(report.text())
    } else {
      print("\(size) bytes, \(answer.lessons) lessons\n\nup to      ns per answer      MB/s")
      for (name, window) in stages {
        let speed = window.megabytesPerSecond(size)
        print(
          name.padding(toLength: 8, withPad: " ", startingAt: 0)
            + String(format: "%16.0f%10.1f", window.nanoseconds, speed)
        )
      }
    }
  }
}
