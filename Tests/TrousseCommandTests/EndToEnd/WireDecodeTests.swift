import Foundation
import PronoteWire
import Testing

@Suite struct `trousse wire decode` {
  private func decode(_ function: String, _ recording: String, _ more: [String] = []) async throws -> ToolRun {
    try await ToolHome.with { home in
      let parameters = try home.file("parameters.json", Recordings.parameters)
      let file = try home.file("answer.json", recording)
      return try await home.run(["wire", "decode", function, file, "--parameters", parameters, "--json"] + more)
    }
  }

  @Test func `reads a timetable`() async throws {
    let run = try await decode("PageEmploiDuTemps", Recordings.timetable)
    #expect(run.status == 0, "\(run)")
    let json = try run.json()
    #expect(JSONShape.timetable().problems(json) == [])
    let lessons = try #require(json["lessons"]).elements
    #expect(lessons.map { $0["subject"]?.string } == ["ESPAGNOL", "CHIMIE", "Retenue"])
    // Ends come from the grid, in the zone of the school and its season.
    #expect(
      lessons.map { $0["start"]?.string?.dropFirst(11) } == ["08:00:00+02:00", "10:15:00+02:00", "13:30:00+02:00"]
    )
    #expect(lessons.map { $0["end"]?.string?.dropFirst(11) } == ["10:00:00+02:00", "12:15:00+02:00", "14:30:00+02:00"])
    #expect(lessons.map { $0["kind"]?.string } == ["lesson", "lesson", "detention"])
    #expect(lessons.map { $0["isCancelled"]?.bool } == [false, true, false])
    #expect(lessons[0]["isTest"]?.bool == true)
    #expect(lessons[0]["memo"]?.string == "Apporter le livre")
    #expect(lessons[0]["groups"]?.elements.map(\.string) == ["[4ESP2]"])
    #expect(lessons[0]["rooms"]?.elements.map(\.string) == ["B12"])
    #expect(lessons[0]["links"]?.elements.map { $0["url"]?.string } == ["https://visio.example/7"])
    #expect(lessons[1]["change"]?.string == "cancelled")
    #expect(lessons[1]["status"]?.string == "Prof. absent")
    #expect(lessons[2]["teachers"]?.elements.map(\.string) == ["VIDAL P."])
    // The entry without a date is told, and the others arrived.
    #expect(json["diagnostics"]?.count == 1)
    #expect(json["diagnostics"]?.elements.first?["location"]?.string == "ListeCours[2].DateDuCours")
  }

  @Test func `names the student whom --user and --child tell`() async throws {
    try await ToolHome.with { home in
      let parameters = try home.file("parameters.json", Recordings.parameters)
      let answer = try home.file("answer.json", Recordings.timetable)
      let user = try home.file("user.json", Recordings.user)
      let parent = try home.file("parent.json", Recordings.parent)
      let command = ["wire", "decode", "pageemploidutemps", answer, "--parameters", parameters]
      #expect(try await home.json(command)["student"]?.isNull == true)
      #expect(try await home.json(command + ["--user", user])["student"]?.string == "DURAND Mia")
      #expect(try await home.json(command + ["--user", parent, "--child", "noe"])["student"]?.string == "DURAND Noé")
      let run = try await home.run(command + ["--user", parent, "--child", "Zoé", "--json"])
      #expect(run.status == 64, "\(run)")
    }
  }

  @Test func `reads grades, and prints marks exactly`() async throws {
    let json = try await decode("DernieresNotes", Recordings.grades).json()
    #expect(JSONShape.grades.problems(try json.replacingStudent()) == [])
    #expect(json["period"]?.string == "Trimestre 1")
    #expect(json["average"]?.numberText == "13.4")
    let grades = try #require(json["grades"]).elements
    // The newest first.
    #expect(grades.map { $0["date"]?.string } == ["2024-09-26", "2024-09-19"])
    #expect(grades[0]["value"]?.isNull == true)
    #expect(grades[0]["state"]?.string == "absent")
    #expect(grades[1]["value"]?.numberText == "15.5")
    #expect(grades[1]["state"]?.isNull == true)
    #expect(grades[1]["coefficient"]?.numberText == "0.5")
    #expect(grades[1]["isBonus"]?.bool == true)
    #expect(json["subjects"]?.elements.map { $0["maximum"]?.numberText } == ["18.6"])
  }

  @Test func `reads homework`() async throws {
    let json = try await decode("PageCahierDeTexte", Recordings.homework).json()
    #expect(JSONShape.homework.problems(try json.replacingStudent()) == [])
    let item = try #require(json["homework"]?.elements.first)
    #expect(
      item["text"]?.string == "Lire le chapitre\u{A0}2 & répondre"
        || item["text"]?.string == "Lire le chapitre 2 & répondre"
    )
    #expect(item["due"]?.string == "2024-09-26")
    #expect(item["assigned"]?.string == "2024-09-19")
    #expect(item["isDone"]?.bool == true)
    #expect(item["attachments"]?.elements.map { $0["name"]?.string } == ["questions.pdf", "Exercices"])
    #expect(item["attachments"]?.elements.map { $0["kind"]?.string } == ["file", "link"])
  }

  @Test func `reads what a session starts with`() async throws {
    let parameters = try await decode("FonctionParametres", Recordings.parameters).json()
    #expect(parameters["name"]?.string == "COLLÈGE IMAGINAIRE")
    #expect(parameters["year"]?["firstMonday"]?.string == "2024-09-02")
    #expect(parameters["year"]?["fortnights"]?.elements.map { $0["label"]?.string } == ["A", "B"])
    #expect(parameters["year"]?["fortnights"]?.elements.first?["weeks"]?.elements.map(\.int) == [1, 3, 4, 5])
    #expect(parameters["year"]?["holidays"]?.elements.map { $0["name"]?.string } == ["Toussaint"])
    #expect(parameters["periods"]?.elements.map { $0["kind"]?.string } == ["term", "halfYear"])
    #expect(parameters["placesPerDay"]?.int == 6)
    let user = try await decode("ParametresUtilisateur", Recordings.user).json()
    #expect(user["name"]?.string == "DURAND Mia")
    #expect(user["students"]?.elements.map { $0["className"]?.string } == ["4B"])
    #expect(user["tabs"]?.elements.map(\.int) == [7, 16, 61, 88])
    let information = try await decode("InfoMobileApp", Recordings.information).json()
    #expect(information["version"]?.string == "2026.2.5")
    #expect(information["dialect"]?.string == "e")
    #expect(information["cas"]?["isActive"]?.bool == true)
    #expect(information["spaces"]?.elements.map { $0["space"]?.string } == ["student", "parent"])
  }

  @Test func `reads from standard input`() async throws {
    let run = try await ToolHome.with { home in
      try await home.run(["wire", "decode", "InfoMobileApp", "-"], input: Recordings.information)
    }
    #expect(run.status == 0, "\(run)")
    #expect(try run.json()["name"]?.string == "COLLÈGE IMAGINAIRE")
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"data\":7}", "<html></html>", "{\"data\":{\"General\":{}}}"])
  func `says that an answer is unreadable`(text: String) async throws {
    let run = try await decode("FonctionParametres", text)
    #expect(run.status == 65, "\(run)")
    #expect(run.errorLines.count == 1, "\(run)")
    #expect(JSONShape.failure(code: "malformedReply", step: "FonctionParametres").problems(try run.json()) == [])
  }
}

extension JSONView {
  /// The same object with a name in the place of a student who is not known.
  fileprivate func replacingStudent() throws -> JSONView {
    let members = members.map { name, value in
      JSONValue.Member(name, name == "student" && value.isNull ? "somebody" : value.value)
    }
    return try JSONDocument(JSONValue.object(members).bytes()).root
  }
}
