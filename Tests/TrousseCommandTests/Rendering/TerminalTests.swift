import Testing
import TrousseCommand

@Suite struct `What a terminal can show` {
  struct Case: Sendable, CustomTestStringConvertible {
    var isTerminal: Bool
    var environment: [String: String]
    var colors: Terminal.Colors
    var testDescription: String { "\(isTerminal ? "terminal" : "pipe") \(environment)" }
  }

  @Test(arguments: [
    Case(isTerminal: true, environment: [:], colors: .sixteen),
    Case(isTerminal: true, environment: ["COLORTERM": "truecolor"], colors: .truecolor),
    Case(isTerminal: true, environment: ["COLORTERM": "24bit"], colors: .truecolor),
    Case(isTerminal: true, environment: ["NO_COLOR": "1"], colors: .none),
    Case(isTerminal: true, environment: ["NO_COLOR": ""], colors: .sixteen),
    Case(isTerminal: true, environment: ["TERM": "dumb"], colors: .none),
    Case(isTerminal: true, environment: ["NO_COLOR": "1", "FORCE_COLOR": "1"], colors: .sixteen),
    Case(isTerminal: true, environment: ["FORCE_COLOR": "0"], colors: .none),
    Case(isTerminal: false, environment: ["COLORTERM": "truecolor"], colors: .none),
    Case(isTerminal: false, environment: ["FORCE_COLOR": "1"], colors: .sixteen),
  ])
  func `decides about colours`(example: Case) {
    let terminal = Terminal(isTerminal: example.isTerminal, columns: 80, environment: example.environment)
    #expect(terminal.colors == example.colors)
  }

  @Test func `takes the width from the system, from COLUMNS, or 80`() {
    #expect(Terminal(isTerminal: true, columns: 132, environment: ["COLUMNS": "50"]).width == 132)
    #expect(Terminal(isTerminal: true, columns: nil, environment: ["COLUMNS": "50"]).width == 50)
    #expect(Terminal(isTerminal: true, columns: nil, environment: ["COLUMNS": "-3"]).width == 80)
    #expect(Terminal(isTerminal: false, columns: 132, environment: [:]).width == nil)
  }

  @Test(arguments: [
    ("#2338BB", TerminalColor.blue), ("#2BD5F3", .cyan), ("#E0E000", .yellow), ("#10C010", .green),
    ("#FF0000", .magenta),
    ("#808080", .cyan),
  ])
  func `finds the nearest of the sixteen colours, but never red`(hex: String, color: TerminalColor) {
    #expect(TextStyle.subject(hex: hex, colors: .sixteen).foreground == color)
  }

  @Test(arguments: ["", "#12345", "#12345G", "2338BB0", "#+12345", "red"])
  func `ignores what is no colour`(hex: String) {
    #expect(TextStyle.subject(hex: hex, colors: .truecolor) == .plain)
  }

  @Test func `writes no escape sequences without colours`() {
    #expect(TextStyle(isBold: true, foreground: .red).applied(to: "a", colors: .none) == "a")
    #expect(TextStyle(isBold: true, foreground: .red).applied(to: "a", colors: .sixteen) == "\u{1B}[1;31ma\u{1B}[0m")
  }
}
