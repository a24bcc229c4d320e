import PronoteWire
import SchoolModel
import Testing
import TrousseCommand

/// The exact text, because keys, their order and the form of numbers are the tool's contract.
@Suite struct `JSON of what was read` {
  @Test func `has every key of a timetable, with the school's offset`() {
    var week = SampleTimetable.week
    week.lessons = [SampleTimetable.lessons[2]]
    #expect(
      week.json.text() == """
        {"student":"DUPONT Zoé","from":"2026-11-16","to":"2026-11-22","lessons":[{"id":"0-13:30",\
        "start":"2026-11-16T13:30:00+01:00","end":"2026-11-16T14:30:00+01:00","kind":"lesson",\
        "subject":"ANGLAIS LV1","teachers":["SMITH J."],"rooms":["105"],"groups":[],"isCancelled":true,\
        "change":"cancelled","status":"Prof. absent","isTest":false,"memo":null,"links":[]}],\
        "diagnostics":[{"location":"ListeCours[7].DateDuCours","message":"not a date"}]}
        """
    )
  }

  @Test func `has null for what is unknown, and links as objects`() {
    var week = SampleTimetable.week
    week.student = nil
    week.diagnostics = []
    week.lessons = [
      SampleTimetable.lesson(0, "08:00", "09:00", nil) {
        $0.links = [.init(url: "https://visio.example/a"), .init(url: "https://visio.example/b", label: "B")]
        $0.memo = "un\ndeux"
      }
    ]
    #expect(
      week.json.text() == #"""
        {"student":null,"from":"2026-11-16","to":"2026-11-22","lessons":[{"id":"0-08:00",\#
        "start":"2026-11-16T08:00:00+01:00","end":"2026-11-16T09:00:00+01:00","kind":"lesson",\#
        "subject":null,"teachers":[],"rooms":[],"groups":[],"isCancelled":false,"change":null,"status":null,\#
        "isTest":false,"memo":"un\ndeux","links":[{"url":"https://visio.example/a","label":null},\#
        {"url":"https://visio.example/b","label":"B"}]}],"diagnostics":[]}
        """#
    )
  }

  @Test func `has exact marks, or null with a state`() {
    #expect(
      SampleGradeBook.book.json.text() == """
        {"student":"DUPONT Zoé","period":"Trimestre 1","grades":[\
        {"date":"2026-11-12","subject":"MATHÉMATIQUES","value":15.5,"state":null,"scale":20,"coefficient":2,\
        "comment":"Fractions","classAverage":12.08,"minimum":4,"maximum":19,"isBonus":false,"isOptional":false},\
        {"date":"2026-11-10","subject":"ANGLAIS LV1","value":null,"state":"absent","scale":10,"coefficient":null,\
        "comment":null,"classAverage":null,"minimum":null,"maximum":null,"isBonus":true,"isOptional":false},\
        {"date":null,"subject":"EPS","value":0.1,"state":null,"scale":null,"coefficient":null,"comment":null,\
        "classAverage":null,"minimum":null,"maximum":null,"isBonus":false,"isOptional":true}],\
        "subjects":[{"name":"MATHÉMATIQUES","average":15.5,"classAverage":12.08,"minimum":6.25,"maximum":19},\
        {"name":"EPS","average":null,"classAverage":null,"minimum":null,"maximum":null}],\
        "average":14.37,"classAverage":null,"diagnostics":[]}
        """
    )
  }

  @Test func `has averages without single grades`() {
    #expect(
      SampleGradeBook.book.averagesJSON.text() == """
        {"student":"DUPONT Zoé","period":"Trimestre 1",\
        "subjects":[{"name":"MATHÉMATIQUES","average":15.5,"classAverage":12.08,"minimum":6.25,"maximum":19},\
        {"name":"EPS","average":null,"classAverage":null,"minimum":null,"maximum":null}],\
        "average":14.37,"classAverage":null,"diagnostics":[]}
        """
    )
  }

  @Test func `tells unpublished from empty`() {
    #expect(SampleGradeBook.unpublished.json["grades"] == .null)
    #expect(SampleGradeBook.unpublished.json["subjects"] == .null)
    var empty = SampleGradeBook.unpublished
    empty.grades = .published([])
    #expect(empty.json["grades"] == [])
  }

  @Test func `has every key of homework`() {
    var list = SampleHomework.list
    list.homework = Array(list.homework.prefix(2))
    #expect(
      list.json.text() == #"""
        {"student":"DUPONT Zoé","from":"2026-11-16","to":"2026-11-22","homework":[\#
        {"id":"h1","due":"2026-11-17","assigned":"2026-11-13","subject":"MATHÉMATIQUES",\#
        "text":"Exercices 3 et 4 page 42.\nApporter le compas, la règle et l'équerre pour la leçon de géométrie.",\#
        "isDone":false,"attachments":[{"name":"énoncé.pdf","kind":"file"},{"name":"Vidéo","kind":"link"}]},\#
        {"id":"h2","due":"2026-11-17","assigned":null,"subject":"FRANÇAIS","text":"Lire le chapitre 3",\#
        "isDone":true,"attachments":[]}],"diagnostics":[]}
        """#
    )
  }

  @Test func `has the calendar of a school`() {
    let profile = SchoolProfile(
      name: "Collège",
      version: "2026.2.5",
      address: ["1 rue"],
      website: nil,
      timeZone: SampleTimetable.zone,
      year: SchoolYear(
        name: "2026-2027",
        firstMonday: SampleTimetable.monday,
        firstDay: nil,
        lastDay: nil,
        fortnights: [.init(label: "Q1", weeks: [1, 3])],
        holidays: [Holiday(name: "Noël", firstDay: SampleTimetable.monday, lastDay: SampleTimetable.monday)],
        workingDays: [.monday]
      ),
      periods: [SampleGradeBook.period]
    )
    #expect(
      profile.json.text() == """
        {"name":"Collège","version":"2026.2.5","address":["1 rue"],"website":null,"timeZone":"Europe/Paris",\
        "year":{"name":"2026-2027","firstMonday":"2026-11-16","firstDay":null,"lastDay":null,\
        "workingDays":["monday"],"fortnights":[{"label":"Q1","weeks":[1,3]}],\
        "holidays":[{"name":"Noël","firstDay":"2026-11-16","lastDay":"2026-11-16"}]},\
        "periods":[{"name":"Trimestre 1","kind":"term","start":"2026-09-01","end":"2026-11-30"}],"diagnostics":[]}
        """
    )
  }
}
