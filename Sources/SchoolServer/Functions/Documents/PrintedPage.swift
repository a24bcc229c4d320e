/// What stands on the pages of a printed document: lines, each with pieces of text at their distance from the margin.
struct PrintedPage: Sendable {
  /// A piece of text.
  struct Piece: Sendable, Hashable {
    /// The distance from the left margin, in points.
    var distance: Int
    var text: String

    init(_ distance: Int, _ text: String) {
      self.distance = distance
      self.text = text
    }
  }

  /// A line, in one size and weight.
  struct Line: Sendable, Hashable {
    var pieces: [Piece]
    var size = 9
    var isBold = false
  }

  private(set) var lines: [Line] = []

  /// Adds a line of ordinary text.
  mutating func row(_ pieces: Piece...) {
    lines.append(Line(pieces: pieces))
  }

  /// Adds a heading.
  mutating func heading(_ text: String, size: Int = 11) {
    lines.append(Line(pieces: [Piece(0, text)], size: size, isBold: true))
  }

  /// Adds an empty line.
  mutating func space() {
    lines.append(Line(pieces: []))
  }
}
