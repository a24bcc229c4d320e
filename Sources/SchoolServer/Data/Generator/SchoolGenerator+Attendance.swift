import GRDB
import SchoolModel

extension SchoolGenerator {
  /// Absences, late arrivals, punishments and observations up to today.
  mutating func makeAttendance() throws {
    let main = cast.studentsWithAccounts
    var random = random("attendance")
    var records = AttendanceWriter(absences: [], delays: [])
    for student in main { records.plan(student, days: spread(6, &random), random: &random, isRich: true) }
    for student in students.keys.sorted() where !main.contains(student) && random.chance(40) {
      records.plan(student, days: spread(2, &random), random: &random, isRich: false)
    }
    try write(records)
    try makePunishments(&random)
    try makeObservations(&random)
  }

  /// So many days between the first school day and today, in order; fewer when there are fewer.
  private func spread(_ count: Int, _ random: inout SeededGenerator) -> [LocalDate] {
    let days = pastSchoolDays
    return (0..<count).map { part in
      let low = part * days.count / count
      return days[min(days.count - 1, low + random.below(max(1, days.count / count)))]
    }
  }

  private func write(_ records: AttendanceWriter) throws {
    let absences = try RowWriter(
      db,
      "absence",
      "key studentKey start end isExcused isSettled hours halfDays needsReason reason"
    )
    let byDay = Dictionary(grouping: lessons.indices) { lessons[$0].date.dayNumber }
    for (index, absence) in records.absences.enumerated() {
      let minutes = missedMinutes(absence, among: byDay[absence.date.dayNumber] ?? [])
      let start = absence.date.at(CalendarRecord.time(ofSlot: absence.slot))
      let end = absence.date.at(CalendarRecord.time(ofSlot: absence.endSlot))
      let isKnown = absence.reason != nil
      let rest = minutes % 60
      try absences.insert(
        index + 1,
        absence.student,
        start.storedSeconds,
        absence.isOpen ? nil : end.storedSeconds,
        isKnown,
        isKnown,
        "\(minutes / 60)h\(rest < 10 ? "0" : "")\(rest)",
        absence.endSlot - absence.slot > 8 ? 2 : 1,
        !isKnown,
        absence.reason
      )
    }
    let delays = try RowWriter(
      db,
      "delay",
      "key studentKey date minutes isExcused isSettled excuse needsReason reason"
    )
    for (index, delay) in records.delays.enumerated() {
      let isKnown = delay.reason != nil
      try delays.insert(
        index + 1,
        delay.student,
        delay.date.at(CalendarRecord.time(ofSlot: delay.slot)).storedSeconds,
        delay.minutes,
        isKnown,
        isKnown,
        isKnown ? "Mot dans le carnet" : "",
        !isKnown,
        delay.reason
      )
    }
  }

  /// The minutes of lessons that a student missed, among the lessons of the day of an absence.
  private func missedMinutes(_ absence: AttendanceWriter.Absence, among indexes: [Int]) -> Int {
    var taken: UInt32 = 0
    for index in indexes where lessons[index].subjectKey != nil && !lessons[index].isCancelled {
      guard isConcerned(absence.student, by: lessons[index]) else { continue }
      taken |= Occupancy.mask(slot: lessons[index].slot, duration: lessons[index].duration)
    }
    let missed = taken & Occupancy.mask(slot: absence.slot, duration: absence.endSlot - absence.slot)
    return missed.nonzeroBitCount * CalendarRecord.slotMinutes
  }

  private mutating func makePunishments(_ random: inout SeededGenerator) throws {
    let writer = try RowWriter(
      db,
      "punishment",
      """
      key studentKey natureKey natureLabel natureCode date slot isExclusion isLinkedToIncident work circumstances \
      reasons authorKey minutes
      """
    )
    let sessionWriter = try RowWriter(db, "punishmentSession", "key punishmentKey date slot minutes")
    var key: Int64 = 1
    for student in cast.studentsWithAccounts.prefix(4) {
      let days = spread(3, &random)
      let teacher = cast.teacher
      try writer.insert(
        key,
        student,
        1,
        "Retenue",
        1,
        days[0].dayNumber,
        6,
        false,
        false,
        "Exercices 3 et 4 page 32",
        "",
        "Bavardages",
        teacher,
        60
      )
      let wednesday = days[0].monday.adding(days: 9)
      try sessionWriter.insert(key, key, calendar.schoolDay(from: wednesday).dayNumber, 12, 60)
      try attach("exercices.pdf", file: "exercices.pdf", to: .punishmentWork, key)
      try writer.insert(
        key + 1,
        student,
        2,
        "Devoir supplémentaire",
        2,
        days[1].dayNumber,
        nil as Int?,
        false,
        false,
        "Recopier le règlement",
        "Oubli répété du matériel.",
        "Travail non fait\nMatériel oublié",
        colleague(function: "cpe")?.key ?? teacher,
        0
      )
      try writer.insert(
        key + 2,
        student,
        3,
        "Exclusion de cours",
        0,
        days[2].dayNumber,
        14,
        true,
        true,
        "",
        "A perturbé le cours.",
        "Comportement",
        teacher,
        0
      )
      try attach("rapport.txt", file: "rapport.txt", to: .punishmentCircumstances, key + 2)
      key += 3
    }
  }

  private mutating func makeObservations(_ random: inout SeededGenerator) throws {
    let writer = try RowWriter(
      db,
      "observation",
      """
      key studentKey title code date sectionKey sectionLabel subjectKey comment isRead needsAcknowledgement authorKey
      """
    )
    var key: Int64 = 1
    for student in cast.studentsWithAccounts.prefix(4) {
      let days = spread(3, &random)
      try writer.insert(
        key,
        student,
        "Encouragement",
        2,
        days[0].dayNumber,
        1,
        "Encouragements",
        SubjectPlan.maths,
        "Belle participation & travail soigné.",
        true,
        false,
        cast.teacher
      )
      try writer.insert(
        key + 1,
        student,
        "Défaut de carnet",
        0,
        days[1].dayNumber,
        2,
        "Carnet",
        nil as Int64?,
        "Carnet oublié deux fois cette semaine.",
        false,
        true,
        colleague(function: "cpe")?.key ?? cast.teacher
      )
      try writer.insert(
        key + 2,
        student,
        "Observation",
        1,
        days[2].dayNumber,
        3,
        "Observations",
        SubjectPlan.french,
        "Lecture du livre à terminer.",
        false,
        false,
        cast.teacher
      )
      key += 3
    }
  }
}
