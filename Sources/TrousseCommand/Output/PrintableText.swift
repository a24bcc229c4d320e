extension String {
  /// The text on one line and without anything a terminal would obey: runs of blanks and control characters become
  /// one blank, and characters that only steer the writing direction are left out.
  ///
  /// A school's server chooses most of what the tool prints; it must not be able to move the cursor.
  package var printable: String {
    var result = String.UnicodeScalarView()
    var needsBlank = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        needsBlank = !result.isEmpty
      } else if !scalar.steersDirection {
        if needsBlank { result.append(" ") }
        needsBlank = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether this is one of the invisible characters that reorder the text around them.
  fileprivate var steersDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0x200E || value == 0x200F
  }
}
