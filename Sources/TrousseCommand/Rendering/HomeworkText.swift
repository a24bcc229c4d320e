package import SchoolModel

/// Homework for people: by due day, with boxes for what is done.
package struct HomeworkText: Sendable {
  private let list: HomeworkList

  /// The text of a list of homework.
  package init(_ list: HomeworkList) {
    self.list = list
  }

  /// The lines, headings included.
  package func lines(in terminal: Terminal) -> [String] {
    var lines = terminal.heading("Homework · \(list.days.text) · \(list.student.label)")
    if list.homework.isEmpty { lines += ["", "No homework."] }
    var day: LocalDate?
    for homework in list.homework.sorted(by: { $0.due < $1.due }) {
      if homework.due != day {
        lines += [""] + terminal.heading(homework.due.longText)
        day = homework.due
      }
      lines += item(homework, in: terminal)
    }
    return lines
  }

  private func item(_ homework: Homework, in terminal: Terminal) -> [String] {
    let colors = terminal.colors
    var style = TextStyle.subject(hex: homework.color, colors: colors)
    style.isBold = true
    let minutes = homework.minutes.map { " (\($0) min)" } ?? ""
    let box = homework.isDone ? "[x] " : "[ ] "
    let title =
      TextStyle(foreground: homework.isDone ? .green : nil).applied(to: box, colors: colors)
      + style.applied(to: homework.subject.printable, colors: colors) + minutes
    let text = homework.text.split(whereSeparator: \.isNewline).map { String($0).printable }.filter { !$0.isEmpty }
    let files = homework.attachments.map { "+ \($0.name) (\($0.kind))\($0.url.map { " \($0)" } ?? "")".printable }
    return [title] + indented(text, .plain, in: terminal) + indented(files, .dim, in: terminal)
  }

  private func indented(_ lines: [String], _ style: TextStyle, in terminal: Terminal) -> [String] {
    lines.flatMap { line in
      (terminal.width.map { line.wrapped(toWidth: $0 - 4) } ?? [line]).map {
        "    " + style.applied(to: $0, colors: terminal.colors)
      }
    }
  }
}
