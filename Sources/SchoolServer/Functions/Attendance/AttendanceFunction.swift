import PronoteWire
import SchoolModel

/// Answers PagePresence: absences, late arrivals, punishments and observations (functions document 9.1).
enum AttendanceFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.schoolLife)
    let student = try context.student()
    let days = try days(in: payload, context)
    let record = try context.database.attendance(
      forStudent: student.key,
      from: days.lowerBound,
      to: days.upperBound,
      upTo: context.school.now.date
    )
    let entries = AttendanceEntries(context: context)
    return [
      "autorisations": [
        "absence": true, "saisieMotifAbsence": false, "retard": true, "saisieMotifRetard": false, "punition": true,
        "exclusion": true, "observation": true, "totalHeuresManquees": true,
      ],
      "listeRecapitulatifs": .elements(AttendanceTotals.elements(of: record)),
      "listeSanctionUtilisateur": .elements([]),
      "Matieres": .elements(record.subjects.map(subject)),
      "listeAbsences": .elements(
        record.absences.map(entries.absence) + record.delays.map(entries.delay)
          + record.punishments.map(entries.punishment) + record.observations.map(entries.observation)
      ),
    ]
  }

  /// The days asked for; without dates those of the period, and without a period those of the year.
  private static func days(in payload: JSONView, _ context: FunctionContext) throws -> ClosedRange<LocalDate> {
    let calendar = context.database.calendar
    // The entry "whole year" has no id.
    let isNamed = payload.element("periode")?.n != nil
    let period = isNamed ? try context.period(in: payload) : nil
    let first = try payload.date("DateDebut")?.date ?? period?.start ?? calendar.firstDay
    let last = try payload.date("DateFin")?.date ?? period?.end ?? calendar.lastDay
    return first...max(first, last)
  }

  private static func subject(_ time: SubjectAttendanceRecord) -> JSONValue {
    [
      "L": .string(time.subject.name), "P": .integer(time.subject.order), "suivi": .integer(time.secondsHeld),
      "absence": .integer(time.secondsMissed), "excluCours": 0, "excluEtab": 0,
    ]
  }
}
