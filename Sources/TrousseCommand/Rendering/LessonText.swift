package import SchoolModel

/// The words for one lesson, for people.
package struct LessonText: Sendable {
  private let lesson: Lesson

  /// The words for a lesson.
  package init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  /// The subject, after a cross if the lesson is cancelled; the kind of entry where there is no subject.
  package var title: String {
    let subject = lesson.subject.flatMap { $0.isEmpty ? nil : $0 } ?? lesson.kind.rawValue
    return lesson.isCancelled ? "✗ \(subject)" : subject
  }

  /// `08:00-09:00`.
  package var time: String { "\(lesson.start.time)-\(lesson.end.time)" }

  /// Rooms and teachers, the rooms first.
  package var place: String {
    [lesson.rooms.joined(separator: ", "), lesson.teachers.joined(separator: ", ")]
      .filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What is unusual about it: `cancelled: Prof. absent`, `test`, `exempted`, `video`, `detention`.
  package var notes: [String] {
    var notes: [String] = []
    if lesson.kind != .lesson, lesson.subject != nil { notes.append(lesson.kind.rawValue) }
    if lesson.isCancelled {
      notes.append(lesson.status.map { "cancelled: \($0)" } ?? "cancelled")
    } else if let status = lesson.status ?? lesson.change.map(Self.words) {
      notes.append(status)
    }
    if lesson.isTest { notes.append("test") }
    if let exemption = lesson.exemption {
      notes.append(exemption.reason.map { "exempted: \($0)" } ?? "exempted")
    }
    if !lesson.links.isEmpty { notes.append("video") }
    return notes
  }

  /// The style of the title.
  package func titleStyle(colors: Terminal.Colors) -> TextStyle {
    if lesson.isCancelled { return TextStyle(isStruck: true, foreground: .red) }
    var style = TextStyle.subject(hex: lesson.color, colors: colors)
    style.isBold = true
    return style
  }

  /// The style of the line with room and teacher.
  package func placeStyle(colors: Terminal.Colors) -> TextStyle {
    if lesson.isCancelled { return .dim }
    return colors == .truecolor ? .subject(hex: lesson.color, colors: colors) : .plain
  }

  /// The style of the notes: red for cancelled, yellow for tests and changes.
  package var noteStyle: TextStyle {
    if lesson.isCancelled { return TextStyle(foreground: .red) }
    let isUnusual = lesson.isTest || lesson.change != nil || lesson.status != nil
    return TextStyle(isBold: lesson.isTest, foreground: isUnusual ? .yellow : nil)
  }

  private static func words(_ change: LessonChange) -> String {
    switch change {
    case .roomChanged: "room changed"
    case .other: "changed"
    default: change.rawValue
    }
  }
}
