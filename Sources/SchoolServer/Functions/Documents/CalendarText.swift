import SchoolModel

/// The lines of an iCalendar file: escaped, folded at 75 bytes, ended by CRLF (RFC 5545, 3.1 and 3.3.11).
struct CalendarText {
  private static let maximumLine = 75

  private(set) var output = ""

  /// Adds a property whose value needs no escaping.
  mutating func property(_ name: String, _ value: String) {
    var width = 0
    for character in "\(name):\(value)" {
      let size = character.utf8.count
      if width + size > CalendarText.maximumLine {
        output += "\r\n "
        width = 1
      }
      output.append(character)
      width += size
    }
    output += "\r\n"
  }

  /// Adds a property whose value is a text.
  mutating func text(_ name: String, _ value: String) {
    property(
      name,
      value.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
        .replacing("\n", with: "\\n")
    )
  }

  /// `20261121T083000`.
  static func time(_ value: LocalDateTime) -> String {
    let (year, month, day) = value.date.components
    let time = value.time
    return digits(year, 4) + digits(month, 2) + digits(day, 2) + "T" + digits(time.hour, 2) + digits(time.minute, 2)
      + digits(time.second, 2)
  }

  /// `+0100`.
  static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + digits(minutes / 60, 2) + digits(minutes % 60, 2)
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
