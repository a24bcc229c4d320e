package import SchoolModel

/// Grades and averages for people.
package struct GradeBookText: Sendable {
  private let book: GradeBook

  /// The text of a grade book.
  package init(_ book: GradeBook) {
    self.book = book
  }

  /// The single grades with the class's statistics, then the overall averages.
  package func grades(in terminal: Terminal) -> [String] {
    var lines = heading(in: terminal)
    switch book.grades {
    case .notPublished: lines.append("The school does not publish grades for this period.")
    case .published(let grades) where grades.isEmpty: lines.append("No grades.")
    case .published(let grades):
      var table = TextTable([
        .init("Date"), .init("Subject", minimumWidth: 8), .init("Mark", isRightAligned: true),
        .init("Coef.", isRightAligned: true, isDispensable: true),
        .init("Class", isRightAligned: true, isDispensable: true),
        .init("Min–max", isRightAligned: true, isDispensable: true), .init("Title", minimumWidth: 8),
      ])
      table.dropsEmptyColumns = terminal.isTerminal
      table.rows = grades.map { row($0, colors: terminal.colors) }
      lines += [table.heading(in: terminal)] + table.lines(in: terminal)
    }
    return lines + overall(in: terminal)
  }

  /// The averages of each subject, then the overall ones.
  package func averages(in terminal: Terminal) -> [String] {
    var lines = heading(in: terminal)
    switch book.subjects {
    case .notPublished: lines.append("The school does not publish averages for this period.")
    case .published(let subjects) where subjects.isEmpty: lines.append("No averages.")
    case .published(let subjects):
      var table = TextTable([
        .init("Subject", minimumWidth: 8), .init("Average", isRightAligned: true),
        .init("Class", isRightAligned: true, isDispensable: true),
        .init("Min–max", isRightAligned: true, isDispensable: true),
      ])
      table.dropsEmptyColumns = terminal.isTerminal
      table.rows = subjects.map { subject in
        [
          StyledText(subject.name, .subject(hex: subject.color, colors: terminal.colors)),
          StyledText(
            subject.average?.text(scale: subject.scale) ?? "",
            subject.average?.style(scale: subject.scale) ?? .plain
          ),
          StyledText(subject.classAverage?.text ?? ""),
          StyledText(Self.range(subject.minimum, subject.maximum)),
        ]
      }
      lines += [table.heading(in: terminal)] + table.lines(in: terminal)
    }
    return lines + overall(in: terminal)
  }

  private func heading(in terminal: Terminal) -> [String] {
    terminal.heading("\(book.period.name) · \(book.student.label)") + [""]
  }

  private func overall(in terminal: Terminal) -> [String] {
    let averages = [
      book.average.map { "Average: \($0.text)" }, book.classAverage.map { "class: \($0.text)" },
    ].compactMap(\.self)
    guard !averages.isEmpty else { return [] }
    return [""] + terminal.heading(averages.joined(separator: " · "))
  }

  private func row(_ grade: Grade, colors: Terminal.Colors) -> [StyledText] {
    let remarks = [
      grade.comment, grade.isBonus ? "bonus" : nil, grade.isOptional ? "optional" : nil,
    ].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
    return [
      StyledText(grade.date?.description ?? ""),
      StyledText(grade.subject),
      StyledText(grade.mark.text(scale: grade.scale), grade.mark.style(scale: grade.scale)),
      StyledText(grade.coefficient?.exactText ?? ""),
      StyledText(grade.classAverage?.text ?? ""),
      StyledText(Self.range(grade.minimum, grade.maximum)),
      StyledText(remarks.joined(separator: ", ")),
    ]
  }

  private static func range(_ minimum: Mark?, _ maximum: Mark?) -> String {
    guard let minimum = minimum?.value, let maximum = maximum?.value else { return "" }
    return "\(minimum.exactText)–\(maximum.exactText)"
  }
}
