package import SchoolModel

extension Weekday {
  /// `Monday`.
  package var fullName: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// `Mon`.
  package var shortName: String { String(fullName.prefix(3)) }
}

extension LocalDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `November`.
  package var monthName: String { LocalDate.months[month - 1] }

  /// `Saturday 21 November 2026`.
  package var longText: String { "\(weekday.fullName) \(day) \(monthName) \(year)" }

  /// `Sat 21 Nov`.
  package var shortText: String { "\(weekday.shortName) \(day) \(monthName.prefix(3))" }
}

extension ClosedRange<LocalDate> {
  /// `16–22 November 2026`, `30 November – 6 December 2026`, or one long date.
  package var text: String {
    if lowerBound == upperBound { return lowerBound.longText }
    let end = "\(upperBound.day) \(upperBound.monthName) \(upperBound.year)"
    if lowerBound.year != upperBound.year {
      return "\(lowerBound.day) \(lowerBound.monthName) \(lowerBound.year) – \(end)"
    }
    if lowerBound.month != upperBound.month { return "\(lowerBound.day) \(lowerBound.monthName) – \(end)" }
    return "\(lowerBound.day)–\(end)"
  }
}
