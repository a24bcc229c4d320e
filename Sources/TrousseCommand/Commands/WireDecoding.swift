import Pronote
import PronoteWire
import SchoolModel

/// Reads recorded answers into the JSON that the tool prints.
enum WireDecoding {
  /// The model in a recorded answer, as JSON.
  ///
  /// - Parameters:
  ///   - function: the function's name on the wire.
  ///   - answer: what stood inside donneesSec or dataSec.
  ///   - parameters: the same of FonctionParametres, where the function needs it.
  ///   - user: the same of ParametresUtilisateur, for the student's name.
  ///   - child: which of several students the answer is about; the first one by default.
  /// - Throws: ``CommandFailure`` for functions that cannot be read, `PronoteError` for answers that cannot.
  static func model(
    function: String,
    answer: [UInt8],
    parameters: [UInt8]?,
    user: [UInt8]?,
    child: String?
  ) throws -> JSONValue {
    guard let name = RecordedAnswer.functions.first(where: { $0.lowercased() == function.lowercased() }) else {
      let known = RecordedAnswer.functions.joined(separator: ", ")
      throw CommandFailure.usage("answers of '\(function)' cannot be read; known are: \(known)")
    }
    let stands = ["InfoMobileApp", "FonctionParametres", "ParametresUtilisateur"]
    guard parameters != nil || stands.contains(name) else {
      throw CommandFailure.usage("answers of \(name) need --parameters")
    }
    let answer = try RecordedAnswer.decode(function: name, answer: answer, parameters: parameters, user: user) {
      try child == nil ? $0.first : StudentChoice.student(named: child, among: $0)
    }
    switch answer {
    case .timetable(let timetable): return timetable.json
    case .grades(let book): return book.json
    case .homework(let list): return list.json
    case .description(let description): return ProbeReport(nil, description).json
    case .parameters(let profile, let placesPerDay, let placesPerHour):
      return profile.json
        .adding("placesPerDay", .integer(placesPerDay))
        .adding("placesPerHour", placesPerHour.map(JSONValue.integer) ?? .null)
    case .user(let name, let students, let tabs):
      return [
        "name": .string(name),
        "students": .array(
          students.map {
            [
              "name": .string($0.name), "className": .string(orNull: $0.className),
              "schoolName": .string(orNull: $0.schoolName),
            ]
          }
        ),
        "tabs": .array(tabs.map(JSONValue.integer)),
      ]
    }
  }
}
