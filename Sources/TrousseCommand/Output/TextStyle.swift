/// How text looks on a terminal.
package struct TextStyle: Sendable, Hashable {
  /// Bold.
  package var isBold = false
  /// Faint.
  package var isDim = false
  /// Struck through.
  package var isStruck = false
  /// The colour of the letters.
  package var foreground: TerminalColor?
  /// The colour behind them.
  package var background: TerminalColor?

  /// A style; plain unless something is asked for.
  package init(
    isBold: Bool = false,
    isDim: Bool = false,
    isStruck: Bool = false,
    foreground: TerminalColor? = nil,
    background: TerminalColor? = nil
  ) {
    self.isBold = isBold
    self.isDim = isDim
    self.isStruck = isStruck
    self.foreground = foreground
    self.background = background
  }

  /// No style at all.
  package static let plain = TextStyle()
  /// For headings.
  package static let bold = TextStyle(isBold: true)
  /// For what matters less.
  package static let dim = TextStyle(isDim: true)

  /// The text with the escape sequences (ECMA-48, SGR) that give it this style, if there are colours at all.
  package func applied(to text: String, colors: Terminal.Colors) -> String {
    guard colors != .none, self != .plain, !text.isEmpty else { return text }
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isStruck { codes.append("9") }
    if let foreground { codes.append(foreground.code(isBackground: false)) }
    if let background { codes.append(background.code(isBackground: true)) }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

/// A piece of text in one style.
package struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text, on one line.
  package var text: String
  /// How it looks.
  package var style: TextStyle

  /// Text in a style. Anything that a terminal would obey is taken out of it.
  package init(_ text: String, _ style: TextStyle = .plain) {
    self.text = text.printable
    self.style = style
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }
}
