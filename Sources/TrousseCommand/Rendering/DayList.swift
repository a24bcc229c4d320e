package import SchoolModel

/// A timetable as a list: lessons under their day, one line each, or a few where the terminal is narrow.
package struct DayList: Sendable {
  private let timetable: Timetable
  private let holidays: [Holiday]

  /// The list of a timetable's lessons.
  package init(_ timetable: Timetable) {
    self.timetable = timetable
    holidays = timetable.weeks.flatMap(\.holidays)
  }

  /// The lines, with a blank one before each day.
  package func lines(in terminal: Terminal) -> [String] {
    let lessons = timetable.lessons.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let isNarrow = terminal.isTerminal && (terminal.width ?? .max) < WeekGrid.minimumWidth
    let texts =
      isNarrow ? lessons.map { paragraph($0, in: terminal) } : table(lessons, in: terminal).map { [$0] }

    var lines: [String] = []
    for day in days(of: lessons) {
      if !lines.isEmpty { lines.append("") }
      let holiday = holidays.first { $0.contains(day) }.map { ": \($0.name.printable)" } ?? ""
      lines.append(TextStyle.bold.applied(to: day.longText + holiday, colors: terminal.colors))
      for (lesson, text) in zip(lessons, texts) where lesson.start.date == day { lines += text }
    }
    return lines
  }

  /// The days to show: those with lessons, and holidays among the days that were asked for.
  private func days(of lessons: [Lesson]) -> [LocalDate] {
    var days = Set(lessons.map(\.start.date))
    if timetable.days.upperBound.days(since: timetable.days.lowerBound) <= 7 {
      for day in timetable.days where day.weekday < .saturday && holidays.contains(where: { $0.contains(day) }) {
        days.insert(day)
      }
    }
    return days.sorted()
  }

  private func table(_ lessons: [Lesson], in terminal: Terminal) -> [String] {
    var table = TextTable([
      .init("Time"), .init("Subject", minimumWidth: 8), .init("Rooms", minimumWidth: 3),
      .init("Teachers", minimumWidth: 4), .init("Groups", minimumWidth: 3), .init("Notes", minimumWidth: 9),
    ])
    table.dropsEmptyColumns = terminal.isTerminal
    table.rows = lessons.map { row($0, colors: terminal.colors) }
    return table.lines(in: terminal)
  }

  /// The time and the subject on one line, everything else below, indented.
  private func paragraph(_ lesson: Lesson, in terminal: Terminal) -> [String] {
    let cells = row(lesson, colors: terminal.colors)
    let place = cells[2...4].map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    func line(_ lead: String, _ cell: StyledText) -> String {
      let room = (terminal.width ?? 80) - lead.displayWidth
      return lead + cell.style.applied(to: cell.text.truncated(toWidth: room), colors: terminal.colors)
    }
    return [line(cells[0].text + "  ", cells[1])]
      + [StyledText(place), cells[5]].filter { !$0.text.isEmpty }.map { line("    ", $0) }
  }

  private func row(_ lesson: Lesson, colors: Terminal.Colors) -> [StyledText] {
    let text = LessonText(lesson)
    let notes = text.notes + (lesson.memo.map { ["“\($0)”"] } ?? [])
    return [
      StyledText(text.time),
      StyledText(text.title, text.titleStyle(colors: colors)),
      StyledText(lesson.rooms.joined(separator: ", ")),
      StyledText(lesson.teachers.joined(separator: ", ")),
      StyledText(lesson.groups.joined(separator: ", ")),
      StyledText(notes.joined(separator: ", "), text.noteStyle),
    ]
  }
}
