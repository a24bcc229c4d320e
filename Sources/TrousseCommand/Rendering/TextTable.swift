/// Rows and columns of text, aligned by display width.
package struct TextTable: Sendable {
  /// A column.
  package struct Column: Sendable {
    /// The heading.
    package var title: String
    /// Whether its text stands at the right edge, as numbers do.
    package var isRightAligned: Bool
    /// The width it may be cut down to; nil when it is never cut.
    package var minimumWidth: Int?
    /// Whether it may be left out where cutting is not enough. The last such column goes first.
    package var isDispensable: Bool

    /// A column with these properties.
    package init(
      _ title: String,
      isRightAligned: Bool = false,
      minimumWidth: Int? = nil,
      isDispensable: Bool = false
    ) {
      self.title = title
      self.isRightAligned = isRightAligned
      self.minimumWidth = minimumWidth
      self.isDispensable = isDispensable
    }
  }

  /// The columns.
  package var columns: [Column]

  /// The rows; each has one cell for every column.
  package var rows: [[StyledText]] = []

  /// Whether columns without any text are left out.
  package var dropsEmptyColumns = false

  /// A table without rows.
  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// The line with the headings.
  package func heading(in terminal: Terminal) -> String {
    line(columns.map { StyledText($0.title, .bold) }, widths: widths(in: terminal), terminal: terminal)
  }

  /// One line for each row.
  package func lines(in terminal: Terminal) -> [String] {
    let widths = widths(in: terminal)
    return rows.map { line($0, widths: widths, terminal: terminal) }
  }

  /// How wide each column is: as wide as its text, or less where the terminal is too narrow for all of it. Zero for
  /// columns that are left out.
  private func widths(in terminal: Terminal) -> [Int] {
    var widths = columns.indices.map { index in
      let cells = rows.map { $0[index].text.displayWidth }.max() ?? 0
      return cells == 0 && dropsEmptyColumns ? 0 : max(cells, columns[index].title.displayWidth)
    }
    guard let available = terminal.width else { return widths }
    func excess(_ widths: [Int]) -> Int {
      widths.reduce(0, +) + 2 * (widths.filter { $0 > 0 }.count - 1) - available
    }
    func least(_ index: Int) -> Int { min(widths[index], columns[index].minimumWidth ?? .max) }
    while excess(widths.indices.map(least)) > 0,
      let dispensable = columns.indices.last(where: { columns[$0].isDispensable && widths[$0] > 0 })
    {
      widths[dispensable] = 0
    }
    while excess(widths) > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least($0) }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [StyledText], widths: [Int], terminal: Terminal) -> String {
    let shown = widths.indices.filter { widths[$0] > 0 }
    var result = ""
    var owedBlanks = 0
    var room = terminal.width ?? .max
    for index in shown where room > 0 {
      let text = cells[index].text.truncated(toWidth: min(widths[index], room))
      let blanks = max(0, widths[index] - text.displayWidth)
      if columns[index].isRightAligned { owedBlanks += blanks }
      if !text.isEmpty {
        result +=
          String(repeating: " ", count: owedBlanks) + cells[index].style.applied(to: text, colors: terminal.colors)
        owedBlanks = 0
      }
      if !columns[index].isRightAligned { owedBlanks += blanks }
      owedBlanks += 2
      room -= widths[index] + 2
    }
    return result
  }
}
