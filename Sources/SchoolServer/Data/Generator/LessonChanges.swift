import SchoolModel

/// The lessons of the year while cancellations, replacements and additions are worked into them.
struct LessonChanges {
  /// Who and where the extra entries of a class need.
  struct Staff {
    let headTeacher: Int64
    let supervisor: Int64?
    let cpe: Int64?
    let detentionRoom: Int64?
    let councilRoom: Int64?
  }

  private(set) var lessons: [PlannedLesson]
  private let calendar: CalendarRecord
  private var occupancy = Occupancy()
  private var byDay: [Int: [Int]] = [:]

  init(lessons: [PlannedLesson], calendar: CalendarRecord) {
    self.lessons = lessons
    self.calendar = calendar
    for index in lessons.indices {
      byDay[lessons[index].date.dayNumber, default: []].append(index)
    }
    let horizon = (calendar.currentWeek + 2) * 7
    for index in lessons.indices where lessons[index].date.days(since: calendar.year.firstMonday) < horizon {
      occupy(lessons[index])
    }
  }

  private mutating func occupy(_ lesson: PlannedLesson) {
    let mask = Occupancy.mask(slot: lesson.slot, duration: lesson.duration)
    let day = lesson.date.dayNumber
    for key in lesson.classKeys { occupancy.take(.schoolClass(key), day: day, mask: mask) }
    for key in [lesson.teacherKey, lesson.secondTeacherKey].compactMap(\.self) {
      occupancy.take(.person(key), day: day, mask: mask)
    }
    if let room = lesson.roomKey { occupancy.take(.room(room), day: day, mask: mask) }
  }

  /// Adds a lesson with the next key.
  private mutating func append(_ lesson: PlannedLesson) {
    var added = lesson
    added.key = Int64(lessons.count + 1)
    byDay[added.date.dayNumber, default: []].append(lessons.count)
    lessons.append(added)
    occupy(added)
  }

  private func isFree(_ person: Int64, _ lesson: PlannedLesson) -> Bool {
    occupancy.isFree(
      .person(person),
      day: lesson.date.dayNumber,
      mask: Occupancy.mask(slot: lesson.slot, duration: lesson.duration)
    )
  }

  private func freeRoom(_ rooms: [Int64], _ lesson: PlannedLesson) -> Int64? {
    let mask = Occupancy.mask(slot: lesson.slot, duration: lesson.duration)
    return rooms.first { occupancy.isFree(.room($0), day: lesson.date.dayNumber, mask: mask) }
  }

  private mutating func cancel(_ index: Int, _ status: String) {
    lessons[index].isCancelled = true
    lessons[index].status = status
  }

  /// Lets somebody who is free stand in for a cancelled lesson.
  private mutating func replace(_ index: Int, by substitutes: [Int64]) -> Bool {
    let original = lessons[index]
    guard let substitute = substitutes.first(where: { isFree($0, original) }) else { return false }
    var added = original
    added.kind = .replacement
    added.isCancelled = false
    added.status = "Remplacement"
    added.rank = original.rank + 500
    added.teacherKey = substitute
    added.secondTeacherKey = nil
    append(added)
    return true
  }

  // MARK: - Everyday changes

  /// Cancels what a teacher has on a day and has not been touched yet; somebody may stand in.
  mutating func teacherAbsent(_ teacher: Int64, on day: LocalDate, sparing: Int64, substitutes: [Int64]) {
    let isCurrentWeek = day.monday == calendar.today.monday
    for index in byDay[day.dayNumber] ?? [] {
      let lesson = lessons[index]
      guard lesson.teacherKey == teacher, lesson.secondTeacherKey == nil, lesson.isOrdinary,
        !(isCurrentWeek && lesson.classKeys.contains(sparing))
      else { continue }
      cancel(index, "Prof. absent")
      _ = replace(index, by: substitutes)
    }
  }

  /// Moves one lesson of a day to another room.
  mutating func changeRoom(on day: LocalDate, sparing: Int64, rooms: [Int64], choice: Int) {
    let isCurrentWeek = day.monday == calendar.today.monday
    let candidates = (byDay[day.dayNumber] ?? []).filter { index in
      lessons[index].isOrdinary && lessons[index].roomKey != nil
        && !(isCurrentWeek && lessons[index].classKeys.contains(sparing))
    }
    guard !candidates.isEmpty else { return }
    changeRoom(candidates[choice % candidates.count], rooms)
  }

  private mutating func changeRoom(_ index: Int, _ rooms: [Int64]) {
    guard let room = freeRoom(rooms, lessons[index]) else { return }
    let lesson = lessons[index]
    let mask = Occupancy.mask(slot: lesson.slot, duration: lesson.duration)
    if let old = lesson.roomKey { occupancy.free(.room(old), day: lesson.date.dayNumber, mask: mask) }
    occupancy.take(.room(room), day: lesson.date.dayNumber, mask: mask)
    lessons[index].roomKey = room
    lessons[index].status = "Changement de salle"
  }

  /// Takes a class out for a morning of the first of these weeks in which it shares no lesson with another class; its
  /// lessons are cancelled.
  mutating func addOuting(classKey: Int64, weeks: [Int], companions: [String]) {
    func morning(_ day: LocalDate) -> [Int] {
      (byDay[day.dayNumber] ?? []).filter { lessons[$0].slot < 8 && lessons[$0].classKeys.contains(classKey) }
    }
    let days = weeks.filter { $0 != calendar.currentWeek }.flatMap { week in
      [3, 1, 0, 4, 2].map { calendar.year.monday(ofWeek: week).adding(days: $0) }
    }
    let chosen = days.first { day in
      calendar.isSchoolDay(day) && !morning(day).isEmpty
        && morning(day).allSatisfy { lessons[$0].classKeys == [classKey] }
    }
    guard let day = chosen else { return }
    for index in morning(day) where !lessons[index].isCancelled { cancel(index, "Classe absente") }
    append(
      PlannedLesson(
        key: 0,
        kind: .outing,
        date: day,
        slot: 0,
        duration: 8,
        rank: 950,
        title: "Visite du musée des sciences",
        classKeys: [classKey],
        status: "Sortie pédagogique",
        companions: companions.joined(separator: "\n")
      )
    )
  }

  // MARK: - The rich week

  /// Works one of everything into this week of a class: cancelled, replaced, moved, other room, test, video conference,
  /// memo, detention, class council.
  mutating func enrichCurrentWeek(
    classKey: Int64,
    studentKey: Int64,
    groupKeys: [Int64],
    substitutes: [PlannedColleague],
    rooms: [Int64],
    staff: Staff
  ) {
    let monday = calendar.today.monday
    // Friday stays as it is, because week 1 must have an ordinary Friday and may be the current week.
    let days = (0..<4).map { monday.adding(days: $0) }
    var candidates = days.flatMap { byDay[$0.dayNumber] ?? [] }.filter { index in
      let lesson = lessons[index]
      return lesson.classKeys == [classKey] && lesson.groupKey == nil && lesson.duration == 2
        && lesson.secondTeacherKey == nil && lesson.roomKey != nil
    }
    func next() -> Int? { candidates.isEmpty ? nil : candidates.remove(at: candidates.count / 2) }
    if let index = next() { cancel(index, "Prof. absent") }
    if let index = candidates.first(where: { index in substitutes.contains { isFree($0.key, lessons[index]) } }) {
      candidates.removeAll { $0 == index }
      cancel(index, "Prof. absent")
      let sameSubject = substitutes.filter { $0.subjectKey == lessons[index].subjectKey }
      _ = replace(index, by: (sameSubject + substitutes).map(\.key))
    }
    move(&candidates, classKey: classKey, days: days, rooms: rooms)
    if let index = next() { changeRoom(index, rooms) }
    if let index = next() {
      lessons[index].isTest = true
      lessons[index].testTitle = "Contrôle de chapitre"
    }
    if let index = next() {
      lessons[index].link = LessonLinkRecord(
        key: 1,
        url: "https://visio.example/salle/3a-\(lessons[index].subjectKey ?? 0)",
        label: "Classe virtuelle",
        comment: "Ouverture cinq minutes avant le cours."
      )
    }
    if let index = next() { lessons[index].memo = "Apporter la calculatrice et le cahier d'exercices." }
    addDetention(classKey: classKey, studentKey: studentKey, days: days, staff: staff)
    addCouncil(classKey: classKey, days: days, staff: staff)
  }

  /// Moves one lesson to an hour at which class and teacher are free.
  private mutating func move(
    _ candidates: inout [Int],
    classKey: Int64,
    days: [LocalDate],
    rooms: [Int64]
  ) {
    for index in candidates {
      for day in days where day.dayNumber != lessons[index].date.dayNumber {
        for slot in [16, 14, 12, 6, 18] where day.weekday != .wednesday || slot == 6 {
          var moved = lessons[index]
          moved.date = day
          moved.slot = slot
          let mask = Occupancy.mask(slot: slot, duration: moved.duration)
          guard let teacher = moved.teacherKey, isFree(teacher, moved), let room = freeRoom(rooms, moved),
            occupancy.isFree(.schoolClass(classKey), day: day.dayNumber, mask: mask)
          else { continue }
          cancel(index, "Cours déplacé")
          moved.roomKey = room
          moved.status = "Cours déplacé"
          moved.rank += 300
          append(moved)
          candidates.removeAll { $0 == index }
          return
        }
      }
    }
  }

  private mutating func addDetention(classKey: Int64, studentKey: Int64, days: [LocalDate], staff: Staff) {
    let slots = [(days[2], 12), (days[1], 18), (days[0], 18)]
    guard
      let (day, slot) = slots.first(where: { day, slot in
        occupancy.isFree(.schoolClass(classKey), day: day.dayNumber, mask: Occupancy.mask(slot: slot, duration: 2))
      })
    else { return }
    append(
      PlannedLesson(
        key: 0,
        kind: .detention,
        date: day,
        slot: slot,
        duration: 2,
        rank: 900,
        title: "Retenue",
        classKeys: [],
        studentKey: studentKey,
        teacherKey: staff.supervisor,
        roomKey: staff.detentionRoom
      )
    )
  }

  private mutating func addCouncil(classKey: Int64, days: [LocalDate], staff: Staff) {
    let slots = [(days[3], 18), (days[1], 18), (days[0], 18)]
    guard
      let (day, slot) = slots.first(where: { day, slot in
        occupancy.isFree(.schoolClass(classKey), day: day.dayNumber, mask: Occupancy.mask(slot: slot, duration: 2))
      })
    else { return }
    append(
      PlannedLesson(
        key: 0,
        kind: .council,
        date: day,
        slot: slot,
        duration: 2,
        rank: 910,
        title: "Conseil de classe",
        classKeys: [classKey],
        teacherKey: staff.headTeacher,
        secondTeacherKey: staff.cpe,
        roomKey: staff.councilRoom,
        status: "Conseil de classe"
      )
    )
  }
}
