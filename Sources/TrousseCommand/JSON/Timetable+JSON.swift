package import PronoteWire
package import SchoolModel

extension Timetable {
  /// The object that `trousse timetable --json` prints.
  package var json: JSONValue {
    [
      "student": .string(orNull: student?.name),
      "from": .day(days.lowerBound),
      "to": .day(days.upperBound),
      "lessons": .array(lessons.map { lesson in lesson.json(offsetsFrom: self) }),
      "diagnostics": .diagnostics(diagnostics),
    ]
  }
}

extension Lesson {
  fileprivate func json(offsetsFrom timetable: Timetable) -> JSONValue {
    [
      "id": .string(id),
      "start": .string(start.iso8601(in: timetable.timeZone)),
      "end": .string(end.iso8601(in: timetable.timeZone)),
      "kind": .string(kind.rawValue),
      "subject": .string(orNull: subject),
      "teachers": .strings(teachers),
      "rooms": .strings(rooms),
      "groups": .strings(groups),
      "isCancelled": .bool(isCancelled),
      "change": .string(orNull: change?.rawValue),
      "status": .string(orNull: status),
      "isTest": .bool(isTest),
      "memo": .string(orNull: memo),
      "links": .array(links.map { ["url": .string($0.url), "label": .string(orNull: $0.label)] }),
    ]
  }
}
