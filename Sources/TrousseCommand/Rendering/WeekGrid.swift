package import SchoolModel

/// A week of lessons as a grid: a column for each day, a row for each stretch of time.
package struct WeekGrid: Sendable {
  /// The narrowest terminal that gets a grid; narrower ones get a ``DayList``.
  package static let minimumWidth = 60

  private static let marginWidth = 6

  private let days: [LocalDate]
  private let holidays: [Holiday]
  private let layout: WeekGridLayout

  /// The grid of a timetable's lessons between two days, at most a week apart.
  ///
  /// Saturday and Sunday have a column only when they have lessons or were asked for by name.
  package init(_ timetable: Timetable, days range: ClosedRange<LocalDate>) {
    let lessons = timetable.lessons.filter { range.contains($0.start.date) }
    let isWholeWeek = range.upperBound.days(since: range.lowerBound) >= 2
    let days = range.filter { day in
      !isWholeWeek || day.weekday < .saturday || lessons.contains { $0.start.date == day }
    }
    self.days = days.isEmpty ? [range.lowerBound] : Array(days)
    holidays = timetable.weeks.flatMap(\.holidays)
    layout = WeekGridLayout(lessons, days: self.days)
  }

  /// The lines of the grid; nil when the terminal is too narrow for it.
  package func lines(in terminal: Terminal) -> [String]? {
    guard let width = terminal.width, width >= WeekGrid.minimumWidth else { return nil }
    let columnWidth = min(40, (width - WeekGrid.marginWidth - 1) / days.count - 1)
    guard columnWidth >= 7 else { return nil }
    let colors = terminal.colors
    var lines = heading(columnWidth, colors: colors)
    if layout.boundaries.isEmpty {
      lines.append(rule(at: nil, columnWidth, colors: colors) { _ in nil })
      return lines
    }

    var cells = [WeekGridLayout.Block: ArraySlice<StyledText>]()
    for block in layout.blocks.joined() { cells[block] = text(of: block, width: columnWidth, colors: colors)[...] }
    func nextCell(day: Int, row: Int) -> StyledText? {
      guard let block = layout.block(day: day, row: row) else { return nil }
      return cells[block]?.popFirst() ?? filler(block, colors: colors)
    }

    let heights = rowHeights(columnWidth)
    for row in heights.indices where layout.isUsed[row] || layout.isLongBreak(row) {
      lines.append(
        rule(at: row, columnWidth, colors: colors) { day in
          let isInside = layout.block(day: day, row: row).map { $0.firstRow < row } ?? false
          return isInside ? nextCell(day: day, row: row) : nil
        }
      )
      for _ in 0..<heights[row] {
        let contents = days.indices.map { nextCell(day: $0, row: row) ?? "" }
        lines.append(contentLine(contents, columnWidth, colors: colors))
      }
    }
    lines.append(rule(at: layout.boundaries.count - 1, columnWidth, colors: colors) { _ in nil })
    return lines
  }
}

extension WeekGrid {
  private func heading(_ width: Int, colors: Terminal.Colors) -> [String] {
    let titles = days.map { StyledText(width >= 11 ? $0.shortText : "\($0.weekday.shortName) \($0.day)", .bold) }
    let names = days.map { day in
      StyledText(holidays.first { $0.contains(day) }?.name ?? "", TextStyle(foreground: .cyan))
    }
    return [contentLine(titles, width, colors: colors)]
      + (names.contains { !$0.text.isEmpty } ? [contentLine(names, width, colors: colors)] : [])
  }

  private func contentLine(_ cells: [StyledText], _ width: Int, colors: Terminal.Colors) -> String {
    let border = TextStyle.dim.applied(to: "│", colors: colors)
    let columns = cells.map { cell in
      let text = (cell.style.background == nil && width < 16 ? "" : " ") + cell.text
      return cell.style.applied(to: text.truncated(toWidth: width).padded(toWidth: width), colors: colors)
    }
    return String(repeating: " ", count: WeekGrid.marginWidth) + border + columns.joined(separator: border) + border
  }

  /// A horizontal line with the time at which a row starts. `cell` gives what stands there on days whose lesson goes
  /// on across it.
  private func rule(
    at row: Int?,
    _ width: Int,
    colors: Terminal.Colors,
    cell: (Int) -> StyledText?
  ) -> String {
    let label = row.map { LocalTime(minuteOfDay: layout.boundaries[$0]).description } ?? ""
    var line = label.padded(toWidth: WeekGrid.marginWidth)
    var hasRuleOnLeft = false
    for day in days.indices {
      let content = cell(day)
      let hasRuleOnRight = content == nil
      line += TextStyle.dim.applied(to: Self.junction(left: hasRuleOnLeft, right: hasRuleOnRight), colors: colors)
      if let content {
        let text = (content.style.background == nil && width < 16 ? "" : " ") + content.text
        line += content.style.applied(to: text.truncated(toWidth: width).padded(toWidth: width), colors: colors)
      } else {
        line += TextStyle.dim.applied(to: String(repeating: "─", count: width), colors: colors)
      }
      hasRuleOnLeft = hasRuleOnRight
    }
    return line + TextStyle.dim.applied(to: Self.junction(left: hasRuleOnLeft, right: false), colors: colors)
  }

  private static func junction(left: Bool, right: Bool) -> String {
    switch (left, right) {
    case (true, true): "┼"
    case (true, false): "┤"
    case (false, true): "├"
    case (false, false): "│"
    }
  }
}

extension WeekGrid {
  /// The lines that a block wants to show.
  private func text(of block: WeekGridLayout.Block, width: Int, colors: Terminal.Colors) -> [StyledText] {
    block.lessons.flatMap { lesson in
      let text = LessonText(lesson)
      let hasOwnTime = lesson.start != block.lessons[0].start
      let notes = text.notes.joined(separator: ", ")
      var noteStyle = text.noteStyle
      if colors == .truecolor, !lesson.isCancelled {
        // Yellow letters are not legible on every subject's colour.
        noteStyle = text.placeStyle(colors: colors)
        noteStyle.isBold = true
      }
      return [
        StyledText((hasOwnTime ? "\(lesson.start.time) " : "") + text.title, text.titleStyle(colors: colors)),
        text.place.isEmpty ? nil : StyledText(text.place, text.placeStyle(colors: colors)),
        notes.isEmpty ? nil : StyledText(notes, noteStyle),
      ].compactMap(\.self)
    }
  }

  /// What fills a block below its text: its colour.
  private func filler(_ block: WeekGridLayout.Block, colors: Terminal.Colors) -> StyledText {
    guard let last = block.lessons.last, !last.isCancelled else { return "" }
    return StyledText("", TextStyle(background: TextStyle.subject(hex: last.color, colors: colors).background))
  }

  /// How many lines each row takes, apart from the rule above it: at least one, and enough for every block's text.
  private func rowHeights(_ width: Int) -> [Int] {
    var heights = layout.isUsed.map { $0 ? 1 : 0 }
    let blocks = layout.blocks.joined().sorted { $0.lastRow - $0.firstRow < $1.lastRow - $1.firstRow }
    for block in blocks {
      let rows = block.firstRow...block.lastRow
      // The rules between its rows hold a line of text each.
      let available = rows.reduce(0) { $0 + heights[$1] } + rows.count - 1
      let missing = text(of: block, width: width, colors: .none).count - available
      if missing > 0 { heights[block.lastRow] += missing }
    }
    return heights
  }
}
