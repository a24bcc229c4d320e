package import SchoolModel

/// A timetable for people: a grid for each week where it fits, else a list of days.
package struct TimetableText: Sendable {
  private let timetable: Timetable

  /// The text of a timetable.
  package init(_ timetable: Timetable) {
    self.timetable = timetable
  }

  /// The lines, headings included.
  package func lines(in terminal: Terminal) -> [String] {
    let weeks = weekRanges
    let isGrid = terminal.isTerminal && weeks.count <= 4 && (terminal.width ?? 0) >= WeekGrid.minimumWidth
    guard isGrid else {
      return heading(timetable.days, week: weeks.count == 1 ? week(of: weeks[0]) : nil, in: terminal)
        + body(DayList(timetable).lines(in: terminal))
    }
    return Array(
      weeks.map { range in
        heading(range, week: week(of: range), in: terminal)
          + (WeekGrid(timetable, days: range).lines(in: terminal) ?? body(DayList(part(range)).lines(in: terminal)))
      }.joined(separator: [""])
    )
  }

  private func body(_ lines: [String]) -> [String] {
    [""] + (lines.isEmpty ? ["No lessons."] : lines)
  }

  /// The days that were asked for, cut at the ends of weeks.
  private var weekRanges: [ClosedRange<LocalDate>] {
    var ranges: [ClosedRange<LocalDate>] = []
    var first = timetable.days.lowerBound
    while first <= timetable.days.upperBound {
      let last = min(first.monday.adding(days: 6), timetable.days.upperBound)
      ranges.append(first...last)
      first = last.adding(days: 1)
    }
    return ranges
  }

  private func week(of range: ClosedRange<LocalDate>) -> Timetable.Week? {
    timetable.weeks.first { $0.monday == range.lowerBound.monday }
  }

  private func part(_ range: ClosedRange<LocalDate>) -> Timetable {
    var part = timetable
    part.days = range
    part.lessons = timetable.lessons.filter { range.contains($0.start.date) }
    return part
  }

  private func heading(
    _ range: ClosedRange<LocalDate>,
    week: Timetable.Week?,
    in terminal: Terminal
  ) -> [String] {
    let parts = [
      week.map { "Week \($0.number)" }, week?.fortnight, range.text, timetable.student?.label,
    ].compactMap(\.self)
    let holidays = (week?.holidays ?? []).map { "\($0.name): \(($0.firstDay...max($0.firstDay, $0.lastDay)).text)" }
    return terminal.heading(parts.joined(separator: " · "))
      + holidays.flatMap { terminal.heading($0, TextStyle(foreground: .cyan)) }
  }
}

extension Student {
  /// The name and the class: `DUPONT Zoé (3A)`.
  package var label: String {
    className.map { "\(name) (\($0))" } ?? name
  }
}
