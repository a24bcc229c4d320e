import PronoteWire

/// The totals under the school life of a student (`listeRecapitulatifs`).
enum AttendanceTotals {
  static func elements(of record: AttendanceRecord) -> [JSONValue] {
    let minutes = record.absences.reduce(0) { $0 + AttendanceTotals.minutes($1.hours) }
    let rest = minutes % 60
    return [
      [
        "L": "Absences", "G": .integer(AttendanceEntries.absenceKind),
        "NombreTotal": .integer(halfDays(record.absences)),
        "NombreNonJustifie": .integer(halfDays(record.absences.filter { !$0.isExcused })),
        "NbrHeures": .string("\(minutes / 60)h\(rest < 10 ? "0" : "")\(rest)"),
      ],
      [
        "L": "Retards", "G": .integer(AttendanceEntries.delayKind), "NombreTotal": .integer(record.delays.count),
        "NombreNonJustifie": .integer(record.delays.filter { !$0.isExcused }.count),
      ],
      [
        "L": "Punitions", "G": .integer(AttendanceEntries.punishmentKind),
        "NombreTotal": .integer(record.punishments.count), "NombreNonJustifie": 0,
      ],
    ]
  }

  private static func halfDays(_ absences: [AbsenceRecord]) -> Int {
    Int((absences.reduce(0) { $0 + $1.days } * 2).rounded())
  }

  /// The minutes of a text such as `2h30`.
  private static func minutes(_ text: String) -> Int {
    let parts = text.split(separator: "h").compactMap { Int($0) }
    return (parts.first ?? 0) * 60 + (parts.count > 1 ? parts[1] : 0)
  }
}
