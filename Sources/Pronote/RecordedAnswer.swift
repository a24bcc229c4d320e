import Foundation
import PronoteWire
package import SchoolModel

/// The model in a recorded answer: what stood inside `donneesSec` or `dataSec`, decrypted and inflated.
///
/// It is read by the very code that reads live answers, so that a recording in a bug report shows what a user saw.
package enum RecordedAnswer: Sendable {
  case timetable(Timetable)
  case grades(GradeBook)
  case homework(HomeworkList)
  case description(SchoolDescription)
  case parameters(SchoolProfile, placesPerDay: Int, placesPerHour: Int?)
  case user(name: String, students: [Student], tabs: [Int])

  /// The functions whose answers can be read.
  package static let functions = [
    "InfoMobileApp", FonctionParametres.name, ParametresUtilisateur.name, PageEmploiDuTemps.name, DernieresNotes.name,
    PageCahierDeTexte.name,
  ]

  /// Reads a recording.
  ///
  /// - Parameters:
  ///   - function: one of ``functions``.
  ///   - answer: the recording, `{"data": …}`, `{"donnees": …}` or the payload alone.
  ///   - parameters: the recorded answer of FonctionParametres of the same session.
  ///   - user: the recorded answer of ParametresUtilisateur of the same session, for names.
  ///   - choose: picks the student whom the answer is about.
  /// - Throws: ``PronoteError`` with code `malformedReply`.
  package static func decode(
    function: String,
    answer: [UInt8],
    parameters: [UInt8]?,
    user: [UInt8]?,
    choosing choose: ([Student]) throws -> Student?
  ) throws -> RecordedAnswer {
    let user = try user.map { try read(ParametresUtilisateur.Response.self, $0, step: ParametresUtilisateur.name) }
    switch function {
    case "InfoMobileApp": return .description(SchoolDescription(try read(InfoMobileApp.self, answer, step: function)))
    case FonctionParametres.name:
      let response = try read(FonctionParametres.Response.self, answer, step: function)
      return .parameters(
        profile(response, user),
        placesPerDay: response.general.placesParJour,
        placesPerHour: response.general.placesParHeure
      )
    case ParametresUtilisateur.name:
      let response = try read(ParametresUtilisateur.Response.self, answer, step: function)
      return .user(name: response.ressource.l, students: Student.list(of: response), tabs: response.onglets)
    default: break
    }
    guard let parameters else {
      throw PronoteError(
        .malformedReply,
        "this answer needs the one of FonctionParametres",
        facts: .init(step: function)
      )
    }
    let settings = try read(FonctionParametres.Response.self, parameters, step: FonctionParametres.name)
    let student = try choose(user.map(Student.list(of:)) ?? [])
    return try page(function, answer, settings, profile(settings, user), student)
  }

  private static func page(
    _ function: String,
    _ answer: [UInt8],
    _ settings: FonctionParametres.Response,
    _ profile: SchoolProfile,
    _ student: Student?
  ) throws -> RecordedAnswer {
    let nobody = Student(id: "", name: "")
    switch function {
    case PageEmploiDuTemps.name:
      let response = try read(PageEmploiDuTemps.Response.self, answer, step: function)
      let days = response.listeCours.map(\.dateDuCours.date)
      let first = days.min() ?? profile.year.firstMonday
      let pages = Dictionary(grouping: response.listeCours) { profile.year.weekNumber(of: $0.dateDuCours.date) }
        .sorted { $0.key < $1.key }
        .map { week, entries in
          var part = response
          part.listeCours = entries
          part.diagnostics = []
          return TimetableMapping.Page(week: week, response: part)
        }
      var timetable = TimetableMapping(parameters: settings, profile: profile)
        .timetable(pages, student: student, days: first.monday...(days.max() ?? first).monday.adding(days: 6))
      timetable.diagnostics += response.diagnostics
      return .timetable(timetable)
    case DernieresNotes.name:
      let response = try read(DernieresNotes.Response.self, answer, step: function)
      let name = response.listeDevoirs.lazy.compactMap(\.periode?.l).first
      let period =
        profile.periods.first { $0.name == name }
        ?? GradingPeriod(id: "", name: name ?? "", kind: .other, start: nil, end: nil)
      return .grades(GradeBook(response, student: student ?? nobody, period: period))
    case PageCahierDeTexte.name:
      let response = try read(PageCahierDeTexte.Response.self, answer, step: function)
      let days = (response.listeTravauxAFaire ?? []).map(\.pourLe)
      let first = days.min() ?? profile.year.firstMonday
      return .homework(HomeworkList(response, student: student ?? nobody, days: first...(days.max() ?? first)))
    default:
      throw PronoteError(.malformedReply, "answers of this function cannot be read", facts: .init(step: function))
    }
  }

  private static func profile(
    _ parameters: FonctionParametres.Response,
    _ user: ParametresUtilisateur.Response?
  ) -> SchoolProfile {
    let zone = parameters.pourNouvelleCaledonie ? School.newCaledonia : School.mainland
    return SchoolProfile(parameters, user: user, timeZone: zone)
  }

  private static func read<Message: WireMessage>(_ message: Message.Type, _ bytes: [UInt8], step: String) throws
    -> Message
  {
    do {
      let root = try JSONDocument(bytes).root
      return try Message(root["data"] ?? root["donnees"] ?? root)
    } catch let error as JSONError {
      throw PronoteError(.malformedReply, "not JSON: \(error)", facts: .init(step: step), cause: error)
    } catch {
      throw PronoteError.describing(error, step: step, host: "")
    }
  }
}
