package import PronoteWire
package import SchoolModel

extension HomeworkList {
  /// The object that `trousse homework --json` prints.
  package var json: JSONValue {
    [
      "student": .name(student.name),
      "from": .day(days.lowerBound),
      "to": .day(days.upperBound),
      "homework": .array(homework.map(\.json)),
      "diagnostics": .diagnostics(diagnostics),
    ]
  }
}

extension Homework {
  fileprivate var json: JSONValue {
    [
      "id": .string(id),
      "due": .day(due),
      "assigned": .day(assigned),
      "subject": .string(subject),
      "text": .string(text),
      "isDone": .bool(isDone),
      "attachments": .array(
        attachments.map { ["name": .string($0.name), "kind": .string($0.kind.description)] }
      ),
    ]
  }
}
