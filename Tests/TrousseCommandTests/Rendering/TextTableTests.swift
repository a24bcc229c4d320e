import Testing
import TrousseCommand

@Suite struct `A table` {
  private static func table() -> TextTable {
    var table = TextTable([
      .init("Name", minimumWidth: 3), .init("N", isRightAligned: true), .init("Extra", isDispensable: true),
      .init("Note"),
    ])
    table.rows = [["Élodie", "5", "x", "日本"], ["Bo", "12", "yy", ""]]
    return table
  }

  @Test func `aligns by display width and leaves no blanks at the end`() {
    let pipe = Terminal(isTerminal: false, width: nil, colors: .none)
    #expect(Self.table().heading(in: pipe) == "Name     N  Extra  Note")
    #expect(Self.table().lines(in: pipe) == ["Élodie   5  x      日本", "Bo      12  yy"])
  }

  @Test func `cuts columns, then drops them, where the terminal is narrow`() {
    func lines(_ width: Int) -> [String] {
      Self.table().lines(in: Terminal(isTerminal: true, width: width, colors: .none))
    }
    #expect(lines(21) == ["Élo…   5  x      日本", "Bo    12  yy"])
    #expect(lines(15) == ["Élod…   5  日本", "Bo     12"])
    #expect(lines(5).allSatisfy { $0.displayWidth <= 5 })
  }

  @Test func `can leave out empty columns`() {
    var table = TextTable([.init("A"), .init("B"), .init("C")])
    table.rows = [["1", "", "3"]]
    table.dropsEmptyColumns = true
    #expect(table.lines(in: Terminal(isTerminal: true, width: 80, colors: .none)) == ["1  3"])
  }
}
