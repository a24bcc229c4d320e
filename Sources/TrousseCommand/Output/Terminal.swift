import Foundation

/// What the place that output goes to can show.
package struct Terminal: Sendable, Hashable {
  /// How many colours it has.
  package enum Colors: Sendable, Hashable {
    /// None: text only.
    case none
    /// The sixteen of ANSI.
    case sixteen
    /// Any.
    case truecolor
  }

  /// Whether a person looks at it.
  package var isTerminal: Bool

  /// Columns, if it has edges.
  package var width: Int?

  /// What colours may be used.
  package var colors: Colors

  /// A terminal with these properties.
  package init(isTerminal: Bool, width: Int?, colors: Colors) {
    self.isTerminal = isTerminal
    self.width = width
    self.colors = colors
  }

  /// Decides from what was found out about a file descriptor and from the environment.
  ///
  /// `NO_COLOR` and `TERM=dumb` turn colours off, `FORCE_COLOR` turns them on even where nobody looks (and wins over
  /// both; `FORCE_COLOR=0` turns them off). `COLUMNS` stands in for a width that the system does not know.
  package init(isTerminal: Bool, columns: Int?, environment: [String: String]) {
    self.isTerminal = isTerminal
    if isTerminal {
      width = columns ?? environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isColored =
      if let force = value("FORCE_COLOR") {
        force != "0" && force != "false"
      } else {
        isTerminal && value("NO_COLOR") == nil && value("TERM") != "dumb"
      }
    let hasTruecolor = ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased())
    colors = isColored ? (hasTruecolor ? .truecolor : .sixteen) : .none
  }

  /// What stands behind a file descriptor of this process: 1 is standard output, 2 standard error.
  package static func current(
    descriptor: Int32,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Terminal {
    let isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Terminal(isTerminal: isTerminal, columns: isKnown ? Int(size.ws_col) : nil, environment: environment)
  }
}
