import PronoteWire
import SchoolModel

/// The date of a discussion as people read it: `14h05` today, `lundi 14h05` this week, `12/09/2026` before
/// (functions document 13.1).
enum MailboxDate {
  private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  static func text(_ date: LocalDateTime, now: LocalDateTime) -> String {
    let time = date.time.description.replacing(":", with: "h")
    return switch now.date.days(since: date.date) {
    case 0: time
    case 1...6: "\(weekdays[date.date.weekday.rawValue - 1]) \(time)"
    default: WireDate.text(date.date)
    }
  }
}
