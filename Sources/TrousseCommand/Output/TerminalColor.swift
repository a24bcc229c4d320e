/// A colour of a terminal.
package enum TerminalColor: Sendable, Hashable {
  /// One of the sixteen of ANSI, 0 to 15.
  case ansi(Int)
  /// Red, green and blue, 0 to 255 each.
  case rgb(UInt8, UInt8, UInt8)

  package static let red = TerminalColor.ansi(1)
  package static let green = TerminalColor.ansi(2)
  package static let yellow = TerminalColor.ansi(3)
  package static let blue = TerminalColor.ansi(4)
  package static let magenta = TerminalColor.ansi(5)
  package static let cyan = TerminalColor.ansi(6)

  /// Reads `#RRGGBB`.
  package init?(hex: String) {
    guard hex.utf8.count == 7, hex.utf8.first == UInt8(ascii: "#"),
      let value = UInt32(hex.dropFirst(), radix: 16), !hex.contains("+")
    else { return nil }
    self = .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  /// The SGR parameters that select it.
  func code(isBackground: Bool) -> String {
    switch self {
    case .ansi(let number) where number < 8: String((isBackground ? 40 : 30) + number)
    case .ansi(let number): String((isBackground ? 92 : 82) + number)
    case .rgb(let red, let green, let blue): "\(isBackground ? 48 : 38);2;\(red);\(green);\(blue)"
    }
  }
}

extension TextStyle {
  /// The style of a subject with a colour of its own: that colour as a background with legible letters where any
  /// colour can be shown, else letters in the nearest of green, yellow, blue, magenta and cyan (red means cancelled).
  package static func subject(hex: String?, colors: Terminal.Colors) -> TextStyle {
    guard colors != .none, let hex, case .rgb(let red, let green, let blue)? = TerminalColor(hex: hex) else {
      return .plain
    }
    if colors == .truecolor {
      // Perceived lightness, ITU-R BT.601.
      let lightness = (299 * Int(red) + 587 * Int(green) + 114 * Int(blue)) / 1000
      return TextStyle(
        foreground: lightness > 140 ? .rgb(0, 0, 0) : .rgb(255, 255, 255),
        background: .rgb(red, green, blue)
      )
    }
    return TextStyle(foreground: nearest(Int(red), Int(green), Int(blue)))
  }

  private static func nearest(_ red: Int, _ green: Int, _ blue: Int) -> TerminalColor {
    let strongest = max(red, green, blue)
    let weakest = min(red, green, blue)
    let middle = (strongest + weakest) / 2
    switch (red > middle, green > middle, blue > middle) {
    case (true, true, false): return .yellow
    case (false, true, false): return .green
    case (false, true, true): return .cyan
    case (false, false, true): return .blue
    case (true, false, _): return .magenta
    default: return .cyan
    }
  }
}
