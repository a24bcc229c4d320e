package import PronoteWire
package import SchoolModel

extension GradeBook {
  /// The object that `trousse grades --json` prints.
  package var json: JSONValue {
    [
      "student": .name(student.name),
      "period": .name(period.name),
      "grades": grades.content.map { .array($0.map(\.json)) } ?? .null,
      "subjects": subjectsJSON,
      "average": .points(average),
      "classAverage": .points(classAverage),
      "diagnostics": .diagnostics(diagnostics),
    ]
  }

  /// The object that `trousse averages --json` prints: the same without the single grades.
  package var averagesJSON: JSONValue {
    [
      "student": .name(student.name),
      "period": .name(period.name),
      "subjects": subjectsJSON,
      "average": .points(average),
      "classAverage": .points(classAverage),
      "diagnostics": .diagnostics(diagnostics),
    ]
  }

  private var subjectsJSON: JSONValue {
    subjects.content.map { .array($0.map(\.json)) } ?? .null
  }
}

extension Grade {
  fileprivate var json: JSONValue {
    [
      "date": .day(date),
      "subject": .string(subject),
      "value": .points(mark),
      "state": .string(orNull: mark.state?.rawValue),
      "scale": .decimal(scale),
      "coefficient": .decimal(coefficient),
      "comment": .string(orNull: comment),
      "classAverage": .points(classAverage),
      "minimum": .points(minimum),
      "maximum": .points(maximum),
      "isBonus": .bool(isBonus),
      "isOptional": .bool(isOptional),
    ]
  }
}

extension SubjectAverage {
  fileprivate var json: JSONValue {
    [
      "name": .string(name),
      "average": .points(average),
      "classAverage": .points(classAverage),
      "minimum": .points(minimum),
      "maximum": .points(maximum),
    ]
  }
}
