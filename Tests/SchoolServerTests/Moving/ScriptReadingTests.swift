import SchoolModel
import SchoolServer
import Testing

@Suite struct `The text of a script` {
  private static func script(_ text: String) throws -> SchoolScript { try SchoolScript(parsing: Array(text.utf8)) }

  @Test func `says when and what`() throws {
    let script = try Self.script(
      #"""
      {"steps": [
        {"at": "2026-11-26T10:15", "grade": {"student": "demonstration", "subject": "Maths", "value": 15.5, "scale": "10",
         "coefficient": 2, "title": "Oral", "remark": "Bien", "date": "2026-11-25"}},
        {"after": 30, "cancelLesson": {"student": "pin", "date": "2026-11-27", "start": "10:00"}},
        {"after": "PT1M30S", "absence": {"student": "pin", "from": "2026-11-26T08:00", "to": "2026-11-26T12:00:30"}},
        {"after": 0.5, "homework": {"student": "pin", "subject": "Maths", "due": "2026-11-30", "text": "Lire."}},
        {"after": "P1DT2H", "moveLesson": {"student": "pin", "date": "2026-11-27", "start": "10:00",
         "to": "2026-11-27T14:00", "room": "207"}},
        {"after": 1, "changeRoom": {"student": "pin", "date": "2026-11-27", "start": "10:00", "room": "207"}},
        {"after": 1, "changeGrade": {"student": "pin", "subject": "Maths", "title": "Oral", "value": "absent"}},
        {"after": 1, "removeGrade": {"student": "pin", "subject": "Maths", "title": "Oral"}},
        {"after": 1, "news": {"title": "Neige", "text": "Fermé.", "acknowledge": true}}
      ]}
      """#
    )
    let thursday = try #require(LocalDate("2026-11-26"))
    func at(_ hour: Int, _ minute: Int = 0, _ second: Int = 0, days: Int = 0) throws -> LocalDateTime {
      thursday.adding(days: days).at(try #require(LocalTime(hour: hour, minute: minute, second: second)))
    }
    let lesson = LessonName(student: "pin", date: thursday.adding(days: 1), start: try at(10).time)
    let grade = GradeName(student: "pin", subject: "Maths", title: "Oral")
    #expect(
      script.steps == [
        SchoolStep(
          .at(try at(10, 15)),
          .addGrade(
            NewGrade(
              student: "demonstration",
              subject: "Maths",
              value: "15.5",
              scale: "10",
              coefficient: "2",
              title: "Oral",
              remark: "Bien",
              date: thursday.adding(days: -1)
            )
          )
        ),
        SchoolStep(.after(.seconds(30)), .cancelLesson(lesson)),
        SchoolStep(
          .after(.seconds(90)),
          .addAbsence(NewAbsence(student: "pin", from: try at(8), to: try at(12, 0, 30)))
        ),
        SchoolStep(
          .after(.milliseconds(500)),
          .addHomework(NewHomework(student: "pin", subject: "Maths", due: thursday.adding(days: 4), text: "Lire."))
        ),
        SchoolStep(.after(.seconds(26 * 3600)), .moveLesson(lesson, to: try at(14, days: 1), room: "207")),
        SchoolStep(.after(.seconds(1)), .changeRoom(lesson, to: "207")),
        SchoolStep(.after(.seconds(1)), .changeGrade(GradeCorrection(grade, value: "absent"))),
        SchoolStep(.after(.seconds(1)), .removeGrade(grade)),
        SchoolStep(.after(.seconds(1)), .addNews(NewNews(title: "Neige", text: "Fermé.", wantsAcknowledgement: true))),
      ]
    )
  }

  private static let cancel = #""cancelLesson":{"student":"pin","date":"2026-11-27","start":"10:00"}"#

  @Test(
    arguments: [
      ("", "not JSON"), ("[]", "object"), ("{}", "steps"), (#"{"steps":{}}"#, "list"),
      (#"{"steps":[],"stpes":[]}"#, "stpes"), (#"{"steps":[7]}"#, "step 1"),
      (#"{"steps":[{\#(cancel)}]}"#, "say when"),
      (#"{"steps":[{"at":"2026-11-26T10:15","after":1,\#(cancel)}]}"#, "both"),
      (#"{"steps":[{"after":1,\#(cancel)},{"after":1}]}"#, "step 2"),
      (#"{"steps":[{"after":1,"grades":{}}]}"#, "“grades”"),
      (#"{"steps":[{"after":1,\#(cancel),"removeGrade":{}}]}"#, "“cancelLesson” and “removeGrade”"),
      (#"{"steps":[{"after":-1,\#(cancel)}]}"#, "“-1”"), (#"{"steps":[{"after":"soon",\#(cancel)}]}"#, "“soon”"),
      (#"{"steps":[{"after":"PT",\#(cancel)}]}"#, "“PT”"), (#"{"steps":[{"after":1e300,\#(cancel)}]}"#, "1e300"),
      (#"{"steps":[{"after":99999999999999999999,\#(cancel)}]}"#, "a year at most"),
      (#"{"steps":[{"at":"2026-11-26",\#(cancel)}]}"#, "“2026-11-26”"),
      (#"{"steps":[{"at":"2026-02-30T10:00",\#(cancel)}]}"#, "2026-02-30"),
      (#"{"steps":[{"at":"2026-11-26T10:15Z",\#(cancel)}]}"#, "time zone"),
      (#"{"steps":[{"after":1,"after":2,\#(cancel)}]}"#, "twice"),
      (#"{"steps":[{"after":1,"cancelLesson":"10:00"}]}"#, "braces"),
      (#"{"steps":[{"after":1,"cancelLesson":{"student":"pin","date":"2026-11-27"}}]}"#, "“start”"),
      (#"{"steps":[{"after":1,"removeGrade":{"student":"pin","subject":"","title":"x"}}]}"#, "“subject”"),
      (#"{"steps":[{"after":1,"removeGrade":{"student":"pin","subject":"x","title":"x","day":1}}]}"#, "“day”"),
      (#"{"steps":[{"after":1,"news":{"title":"x","text":"x","acknowledge":1}}]}"#, "true or false"),
    ]
  )
  func `is refused with what was seen when it makes no sense`(text: String, seen: String) {
    let error = #expect(throws: SchoolServerError.self) { try Self.script(text) }
    #expect(error?.code == .badScript)
    #expect(error?.message.contains(seen) == true, "\(error?.message ?? "")")
  }
}
