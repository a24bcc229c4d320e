import SchoolModel

/// Absences and late arrivals while the school is being made up.
struct AttendanceWriter {
  /// An absence on one day.
  struct Absence {
    let student: Int64
    let date: LocalDate
    let slot: Int
    let endSlot: Int
    let reason: String?
    let isOpen: Bool
  }

  /// A late arrival.
  struct Delay {
    let student: Int64
    let date: LocalDate
    let slot: Int
    let minutes: Int
    let reason: String?
  }

  private(set) var absences: [Absence]
  private(set) var delays: [Delay]

  /// Spreads absences and delays of one student over some days; a rich student has one of every sort, the last absence
  /// still open.
  mutating func plan(_ student: Int64, days: [LocalDate], random: inout SeededGenerator, isRich: Bool) {
    let reasons = ["Maladie", "Raison familiale", "Rendez-vous médical", "Transport"]
    for (index, day) in days.enumerated() {
      let reason: String? = isRich && index % 3 == 2 ? nil : random.pick(reasons)
      switch index % 3 {
      case 0:
        let isWholeDay = random.chance(30) && day.weekday != .wednesday
        absences.append(
          Absence(student: student, date: day, slot: 0, endSlot: isWholeDay ? 18 : 8, reason: reason, isOpen: false)
        )
      case 1:
        delays.append(
          Delay(student: student, date: day, slot: 0, minutes: 5 * random.number(in: 1...5), reason: reason)
        )
      default:
        let isLast = index == days.count - 1
        absences.append(
          Absence(
            student: student,
            date: day,
            slot: 2,
            endSlot: 6,
            reason: isLast ? nil : reason,
            isOpen: isRich && isLast
          )
        )
        delays.append(Delay(student: student, date: day, slot: 6, minutes: 10, reason: nil))
      }
    }
  }
}
