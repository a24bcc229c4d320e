import Foundation
import Pronote
import PronoteWire
import SchoolModel
import Testing

/// From `ListeCours` to lessons. The rules are those of functions document 3.1 and 1.12.
@Suite("A timetable is read")
struct TimetableMappingTests {
  /// 20 places a day of half an hour from 08:00, first Monday 2 September 2024 (functions document 1.12).
  static func parameters(version: String = "2025.2.6", zone: String = "Europe/Paris") throws -> (
    FonctionParametres.Response, SchoolProfile
  ) {
    var general = FonctionParametres.General(premierLundi: LocalDate("2024-09-02")!, placesParJour: 20)
    general.versionPN = version
    general.listeHeures = (0...20).map { .init(g: $0, l: LocalTime(minuteOfDay: 480 + 30 * $0)) }
    general.listeHeuresFin = (0...20).map { .init(g: $0, l: LocalTime(minuteOfDay: 510 + 30 * $0)) }
    general.domainesFrequences = [[1, 2, 3, 4], [1, 3], [2, 4], []]
    general.libellesFrequences = ["", "Q1", "Q2", ""]
    general.listeJoursFeries = [
      .init(n: nil, l: "Pont", dateDebut: LocalDate("2024-09-26")!, dateFin: LocalDate("2024-09-27")!)
    ]
    let response = FonctionParametres.Response(general: general)
    let zone = try #require(TimeZone(identifier: zone))
    return (response, SchoolProfile(response, user: nil, timeZone: zone))
  }

  /// The timetable of the week of 23 September 2024 with these entries as JSON.
  static func timetable(_ entries: String, version: String = "2025.2.6", showsCancelled: Bool = true) throws
    -> Timetable
  {
    let text = #"{"avecCoursAnnule":\#(showsCancelled),"ListeCours":[\#(entries)]}"#
    let response = try PageEmploiDuTemps.Response(JSONDocument(Array(text.utf8)).root)
    let (parameters, profile) = try parameters(version: version)
    return TimetableMapping(parameters: parameters, profile: profile).timetable(
      [.init(week: 4, response: response)],
      student: nil,
      days: LocalDate("2024-09-23")!...LocalDate("2024-09-29")!
    )
  }

  static func entry(
    place: Int = 22,
    length: Int = 2,
    start: String = "24/09/2024 09:00:00",
    rank: Int = 1,
    subject: String = "MATHS",
    more: String = ""
  ) -> String {
    """
    {"N":"29#a","G":0,"P":\(rank),"place":\(place),"duree":\(length),"DateDuCours":{"_T":7,"V":"\(start)"},
     "ListeContenus":{"_T":24,"V":[{"L":"\(subject)","G":16,"N":"79#s"}]}\(more.isEmpty ? "" : "," + more)}
    """
  }

  @Test(
    "ends come from the grid",
    arguments: [
      (0, 2, "23/09/2024 08:00:00", "2024-09-23 09:00"), (42, 4, "25/09/2024 09:00:00", "2024-09-25 11:00"),
      (98, 2, "27/09/2024 17:00:00", "2024-09-27 18:00"),
      // Past the last place of the day: the day's end.
      (98, 9, "27/09/2024 17:00:00", "2024-09-27 18:00"),
    ]
  )
  func ends(place: Int, length: Int, start: String, end: String) throws {
    let lesson = try #require(
      try Self.timetable(Self.entry(place: place, length: length, start: start)).lessons.first
    )
    #expect(lesson.end.description == end)
  }

  @Test("an end that is sent wins")
  func sentEnd() throws {
    let entry = Self.entry(more: #""DateDuCoursFin":{"_T":7,"V":"24/09/2024 09:55:00"}"#)
    #expect(try Self.timetable(entry).lessons.first?.end.description == "2024-09-24 09:55")
  }

  @Test("an end that cannot be told is said, and the lesson stays")
  func unknownEnd() throws {
    let timetable = try Self.timetable(
      #"{"DateDuCours":{"_T":7,"V":"24/09/2024 09:00:00"},"ListeContenus":{"_T":24,"V":[{"L":"EPS","G":16}]}}"#
    )
    #expect(timetable.lessons.map(\.subject) == ["EPS"])
    #expect(timetable.diagnostics.count == 1)
  }

  @Test("one unreadable entry becomes a diagnostic, and the rest arrives")
  func lossy() throws {
    let timetable = try Self.timetable(
      [
        Self.entry(), #"{"place":4,"duree":2,"DateDuCours":{"_T":7,"V":"demain"}}"#, "7",
        Self.entry(place: 26, start: "24/09/2024 11:00:00"),
      ]
      .joined(separator: ",")
    )
    #expect(timetable.lessons.count == 2)
    #expect(timetable.diagnostics.map(\.location) == ["ListeCours[1].DateDuCours", "ListeCours[2]"])
  }

  @Test("a replacement puts the cancelled lesson aside")
  func replacement() throws {
    let timetable = try Self.timetable(
      [
        Self.entry(rank: 5, subject: "ANGLAIS", more: #""estAnnule":true,"Statut":"Prof. absent""#),
        Self.entry(rank: 9, subject: "FRANÇAIS", more: #""Statut":"Remplacement""#),
      ].joined(separator: ",")
    )
    #expect(timetable.lessons.map(\.subject) == ["FRANÇAIS"])
    #expect(timetable.lessons.first?.change == .substituted)
    #expect(timetable.superseded.map(\.subject) == ["ANGLAIS"])
    #expect(timetable.superseded.first?.change == .cancelled)
  }

  @Test("a cancelled lesson that nothing replaces stays, unless the school hides them", arguments: [true, false])
  func cancelled(shown: Bool) throws {
    let timetable = try Self.timetable(
      Self.entry(more: #""estAnnule":true,"Statut":"Prof. absent""#),
      showsCancelled: shown
    )
    #expect(timetable.lessons.count == (shown ? 1 : 0))
    #expect(timetable.superseded.count == (shown ? 0 : 1))
  }

  @Test("of two on the very same slot the larger rank counts, whatever the order")
  func ranks() throws {
    for entries in [["1", "2"], ["2", "1"]] {
      let timetable = try Self.timetable(
        entries.map { Self.entry(rank: Int($0)!, subject: "RANG \($0)") }.joined(separator: ",")
      )
      #expect(timetable.lessons.map(\.subject) == ["RANG 2"])
      #expect(timetable.superseded.map(\.subject) == ["RANG 1"])
    }
  }

  @Test("lessons that merely overlap, or follow each other, all stay")
  func overlap() throws {
    let timetable = try Self.timetable(
      [
        Self.entry(place: 22, length: 4), Self.entry(place: 24, length: 2, start: "24/09/2024 10:00:00"),
        Self.entry(place: 26, length: 2, start: "24/09/2024 11:00:00", more: #""estAnnule":true"#),
      ].joined(separator: ",")
    )
    #expect(timetable.lessons.count == 3)
  }

  @Test(
    "the school's words tell the change",
    arguments: [
      ("Changement de salle", LessonChange.roomChanged), ("Cours déplacé", .moved), ("Remplacement", .substituted),
      ("Cours modifié", .other), ("Cours exceptionnel", .added),
    ]
  )
  func words(status: String, change: LessonChange) throws {
    let lesson = try #require(try Self.timetable(Self.entry(more: #""Statut":"\#(status)""#)).lessons.first)
    #expect(lesson.change == change)
    #expect(lesson.status == status)
    #expect(!lesson.isCancelled)
  }

  @Test("a status never cancels, and the flag always does")
  func flags() throws {
    #expect(try Self.timetable(Self.entry(more: #""Statut":"Prof. absent""#)).lessons.first?.isCancelled == false)
    let moved = try Self.timetable(Self.entry(more: #""Statut":"Cours déplacé","estAnnule":true"#)).lessons.first
    #expect(moved?.isCancelled == true)
    #expect(moved?.change == .moved)
    #expect(try Self.timetable(Self.entry()).lessons.first?.change == nil)
  }

  @Test("detentions, outings and councils")
  func kinds() throws {
    let timetable = try Self.timetable(
      """
      {"G":0,"P":1,"place":32,"duree":2,"estRetenue":"eleve","DateDuCours":{"_T":7,"V":"24/09/2024 14:00:00"},
       "ListeContenus":{"_T":24,"V":[{"L":"VIDAL P.","G":34},{"L":"Retenue","estHoraire":true},{"L":"Permanence","G":17}]}},
      {"G":0,"P":1,"place":40,"duree":8,"estSortiePedagogique":true,"motif":"Musée","accompagnateurs":["M. B."],
       "DateDuCours":{"_T":7,"V":"25/09/2024 08:00:00"}},
      {"G":1,"P":1,"place":60,"duree":2,"Statut":"Conseil de classe","DateDuCours":{"_T":7,"V":"26/09/2024 08:00:00"}}
      """
    )
    #expect(timetable.lessons.map(\.kind) == [.detention, .outing, .council])
    #expect(timetable.lessons.map(\.subject) == ["Retenue", "Musée", "Conseil de classe"])
    #expect(timetable.lessons[0].teachers == ["VIDAL P."])
    #expect(timetable.lessons[0].rooms == ["Permanence"])
    #expect(timetable.lessons.map(\.change) == [nil, nil, nil])
  }

  @Test("tests, links in both forms, memos, exemptions in all forms")
  func extras() throws {
    let lesson = try #require(
      try Self.timetable(
        Self.entry(
          more: """
            "memo":"Apporter le livre","AvecTafPublie":true,"cahierDeTextes":{"_T":24,"V":{"N":"18#t","estDevoir":true}},
            "listeVisios":{"_T":24,"V":[{"url":{"_T":23,"V":"https://a.example"},"libelleLien":"Classe"},{"url":"https://b.example"}]},
            "dispenseEleve":{"_T":24,"V":{"L":"Certificat","maison":true,"obligatoire":false}}
            """
        )
      ).lessons.first
    )
    #expect(lesson.isTest)
    #expect(lesson.hasHomework)
    #expect(lesson.memo == "Apporter le livre")
    #expect(
      lesson.links == [VideoLink(url: "https://a.example", label: "Classe"), VideoLink(url: "https://b.example")]
    )
    #expect(lesson.exemption == Exemption(reason: "Certificat", mustBePresent: false, worksAtHome: true))
    #expect(try Self.timetable(Self.entry(more: #""dispenseEleve":true"#)).lessons.first?.exemption == Exemption())
    #expect(try Self.timetable(Self.entry(more: #""dispenseEleve":false"#)).lessons.first?.exemption == nil)
  }

  @Test("a part of a class is a group in both numberings", arguments: [("2024.3.8", 58), ("2025.2.6", 57)])
  func shiftedKinds(version: String, kind: Int) throws {
    let entry = """
      {"P":1,"place":22,"duree":2,"DateDuCours":{"_T":7,"V":"24/09/2024 09:00:00"},
       "ListeContenus":{"_T":24,"V":[{"L":"SVT","G":16},{"L":"[3A gr.1]","G":\(kind)}]}}
      """
    #expect(try Self.timetable(entry, version: version).lessons.first?.groups == ["[3A gr.1]"])
  }

  @Test("weeks carry their number, fortnight and holidays")
  func weeks() throws {
    let week = try #require(try Self.timetable(Self.entry()).weeks.first)
    #expect(week.number == 4)
    #expect(week.monday.description == "2024-09-23")
    #expect(week.fortnight == "Q2")
    #expect(week.holidays.map(\.name) == ["Pont"])
  }

  @Test("ids stay the same when only the session's ids change, and doubles are numbered")
  func stableIDs() throws {
    let first = try Self.timetable(Self.entry())
    let second = try Self.timetable(Self.entry().replacing("29#a", with: "29#zzz"))
    #expect(first.lessons.map(\.id) == second.lessons.map(\.id))
    let doubles = try Self.timetable([Self.entry(), Self.entry()].joined(separator: ","))
    #expect(Set((doubles.lessons + doubles.superseded).map(\.id)).count == 2)
  }

  @Test("an absent list is a week without lessons")
  func absentList() throws {
    let response = try PageEmploiDuTemps.Response(JSONDocument(Array("{}".utf8)).root)
    #expect(response.listeCours.isEmpty)
    #expect(response.avecCoursAnnule)
  }
}
