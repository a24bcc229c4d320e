import PronoteWire
import SchoolModel

/// Reads the text of a script (see ``SchoolScript/init(parsing:)``).
struct ScriptReader {
  private let document: JSONDocument

  init(_ json: [UInt8]) throws {
    do {
      document = try JSONDocument(json)
    } catch {
      throw SchoolServerError(.badScript, "the script is not JSON: \(error)")
    }
  }

  func steps() throws -> [SchoolStep] {
    do {
      var fields = try ScriptFields(document.root, "the script")
      let list = try fields.list("steps")
      try fields.close()
      return try list.enumerated().map { index, view in try step(view, number: index + 1) }
    } catch let problem as ChangeProblem {
      throw SchoolServerError(.badScript, problem.message)
    }
  }

  private func step(_ view: JSONView, number: Int) throws -> SchoolStep {
    do {
      var fields = try ScriptFields(view, "it")
      let moment = try moment(&fields)
      let names = fields.rest
      guard names.count == 1, let name = names.first, let read = Self.changes[name] else {
        let known = Self.changes.keys.sorted().joined(separator: ", ")
        let seen = names.isEmpty ? "nothing" : names.map { "“\($0)”" }.joined(separator: " and ")
        throw ChangeProblem("it has \(seen) beside its time and wants one of: \(known)")
      }
      var parts = try ScriptFields(try fields.view(name), "“\(name)”")
      let change = try read(&parts)
      try parts.close()
      return SchoolStep(moment, change)
    } catch let problem as ChangeProblem {
      throw SchoolServerError(.badScript, "step \(number): \(problem.message)")
    }
  }

  private func moment(_ fields: inout ScriptFields) throws -> SchoolStep.Moment {
    switch (fields.has("at"), fields.has("after")) {
    case (true, false): .at(try fields.time("at"))
    case (false, true): .after(try fields.duration("after"))
    default: throw ChangeProblem("it has to say when: “at” a time, or “after” some seconds, and not both")
    }
  }

  typealias Reading = @Sendable (inout ScriptFields) throws -> SchoolChange

  static let changes: [String: Reading] = [
    "grade": { fields in
      var grade = NewGrade(
        student: try fields.text("student"),
        subject: try fields.text("subject"),
        value: try fields.text("value")
      )
      grade.scale = try fields.optionalText("scale") ?? grade.scale
      grade.coefficient = try fields.optionalText("coefficient") ?? grade.coefficient
      grade.title = try fields.optionalText("title") ?? grade.title
      grade.remark = try fields.optionalText("remark") ?? grade.remark
      grade.date = fields.has("date") ? try fields.day("date") : nil
      return .addGrade(grade)
    },
    "changeGrade": { fields in
      var correction = GradeCorrection(try grade(&fields))
      correction.value = try fields.optionalText("value")
      correction.coefficient = try fields.optionalText("coefficient")
      correction.remark = try fields.optionalText("remark")
      return .changeGrade(correction)
    },
    "removeGrade": { fields in .removeGrade(try grade(&fields)) },
    "homework": { fields in
      var homework = NewHomework(
        student: try fields.text("student"),
        subject: try fields.text("subject"),
        due: try fields.day("due"),
        text: try fields.text("text")
      )
      homework.given = fields.has("given") ? try fields.day("given") : nil
      homework.minutes = fields.has("minutes") ? try fields.number("minutes") : 0
      return .addHomework(homework)
    },
    "cancelLesson": { fields in
      let lesson = try lesson(&fields)
      guard let status = try fields.optionalText("status") else { return .cancelLesson(lesson) }
      return .cancelLesson(lesson, status: status)
    },
    "moveLesson": { fields in
      .moveLesson(try lesson(&fields), to: try fields.time("to"), room: try fields.optionalText("room"))
    },
    "changeRoom": { fields in .changeRoom(try lesson(&fields), to: try fields.text("room")) },
    "absence": { fields in
      var absence = NewAbsence(student: try fields.text("student"), from: try fields.time("from"))
      absence.to = fields.has("to") ? try fields.time("to") : nil
      absence.reason = try fields.optionalText("reason")
      return .addAbsence(absence)
    },
    "news": { fields in
      var news = NewNews(title: try fields.text("title"), text: try fields.text("text"))
      news.wantsAcknowledgement = fields.has("acknowledge") ? try fields.flag("acknowledge") : false
      return .addNews(news)
    },
  ]

  private static func grade(_ fields: inout ScriptFields) throws -> GradeName {
    GradeName(
      student: try fields.text("student"),
      subject: try fields.text("subject"),
      title: try fields.text("title")
    )
  }

  private static func lesson(_ fields: inout ScriptFields) throws -> LessonName {
    LessonName(
      student: try fields.text("student"),
      date: try fields.day("date"),
      start: try fields.timeOfDay("start")
    )
  }
}
