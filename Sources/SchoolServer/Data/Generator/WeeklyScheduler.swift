import SchoolModel

/// Puts lessons into a week so that no class, teacher or room is taken twice.
struct WeeklyScheduler {
  /// The slots at which a lesson may start: whole hours outside lunch, the last hour left free.
  static let starts = [0, 2, 4, 6, 12, 14, 16]
  /// Starts on Wednesday, whose afternoon is free.
  static let wednesdayStarts = [0, 2, 4, 6]

  /// One of the lessons that are held at the same time.
  struct Part {
    var subject: Int64
    var group: Int64?
    var teacher: Int64
    var rooms: [Int64]
    var fortnight = 0
  }

  private(set) var lessons: [WeeklyLesson] = []
  private var occupancy = Occupancy()
  private var subjectDays: [Int64: [Int64: Set<Int>]] = [:]
  private var random: SeededGenerator

  init(random: SeededGenerator) {
    self.random = random
  }

  /// Places lessons that are held at the same time, for the students of these classes; the parts use one slot each.
  ///
  /// - Returns: whether there was a place.
  mutating func place(_ parts: [Part], classes: [Int64], hours: Int, onlyAt start: Int? = nil) -> Bool {
    var best: (score: Int, day: Int, slot: Int)?
    for day in 0..<5 {
      for slot in day == 2 ? WeeklyScheduler.wednesdayStarts : WeeklyScheduler.starts {
        if let start, start != slot { continue }
        guard let score = score(parts, classes: classes, hours: hours, day: day, slot: slot) else { continue }
        if score < best?.score ?? Int.max { best = (score, day, slot) }
      }
    }
    guard let best else { return false }
    take(parts, classes: classes, hours: hours, day: best.day, slot: best.slot)
    return true
  }

  /// Places two sets of lessons that alternate between the fortnights into the same hour of one class.
  ///
  /// - Returns: whether there was a place.
  mutating func placeAlternating(_ first: [Part], _ second: [Part], schoolClass: Int64) -> Bool {
    guard place(first, classes: [schoolClass], hours: 1), let placed = lessons.last else { return false }
    let rooms = lessons.suffix(first.count)
    for part in second {
      lessons.append(
        WeeklyLesson(
          day: placed.day,
          slot: placed.slot,
          duration: placed.duration,
          subjectKey: part.subject,
          classKeys: [schoolClass],
          groupKey: part.group,
          teacherKey: part.teacher,
          secondTeacherKey: nil,
          roomKey: rooms.first { $0.subjectKey == part.subject }?.roomKey,
          fortnight: part.fortnight
        )
      )
    }
    return true
  }

  /// How bad a place is; nil when it is taken or crosses lunch or the end of the day.
  private mutating func score(_ parts: [Part], classes: [Int64], hours: Int, day: Int, slot: Int) -> Int? {
    let end = slot + 2 * hours
    guard slot >= 12 || end <= 8, end <= 18 else { return nil }
    if hours == 2 && (slot == 2 || slot == 14) { return nil }
    let mask = Occupancy.mask(slot: slot, duration: 2 * hours)
    for key in classes where !occupancy.isFree(.schoolClass(key), day: day, mask: mask) { return nil }
    for part in parts {
      if !occupancy.isFree(.person(part.teacher), day: day, mask: mask) { return nil }
      if !part.rooms.isEmpty && freeRoom(part, day: day, mask: mask, except: []) == nil { return nil }
    }
    var score = random.below(12)
    for key in classes {
      for part in parts where subjectDays[key]?[part.subject]?.contains(day) ?? false { score += 40 }
      // Fill the days evenly, and late hours last.
      score += 5 * occupancy.taken(.schoolClass(key), day: day).nonzeroBitCount / (day == 2 ? 1 : 2)
    }
    return score + (slot == 16 ? 12 : 0)
  }

  private mutating func take(_ parts: [Part], classes: [Int64], hours: Int, day: Int, slot: Int) {
    let mask = Occupancy.mask(slot: slot, duration: 2 * hours)
    for key in classes { occupancy.take(.schoolClass(key), day: day, mask: mask) }
    var used: Set<Int64> = []
    for part in parts {
      let room = freeRoom(part, day: day, mask: mask, except: used)
      if let room { used.insert(room) }
      occupancy.take(.person(part.teacher), day: day, mask: mask)
      for key in classes { subjectDays[key, default: [:]][part.subject, default: []].insert(day) }
      lessons.append(
        WeeklyLesson(
          day: day,
          slot: slot,
          duration: 2 * hours,
          subjectKey: part.subject,
          classKeys: classes,
          groupKey: part.group,
          teacherKey: part.teacher,
          secondTeacherKey: nil,
          roomKey: room,
          fortnight: part.fortnight
        )
      )
    }
    for room in used { occupancy.take(.room(room), day: day, mask: mask) }
  }

  private func freeRoom(_ part: Part, day: Int, mask: UInt32, except used: Set<Int64>) -> Int64? {
    part.rooms.first { !used.contains($0) && occupancy.isFree(.room($0), day: day, mask: mask) }
  }

  /// Adds a second teacher to the first lesson of a subject and class at which one of them is free.
  mutating func addSecondTeacher(subject: Int64, schoolClass: Int64, from teachers: [Int64]) {
    for index in lessons.indices
    where lessons[index].subjectKey == subject && lessons[index].classKeys == [schoolClass] {
      let lesson = lessons[index]
      let mask = Occupancy.mask(slot: lesson.slot, duration: lesson.duration)
      guard let second = teachers.first(where: { occupancy.isFree(.person($0), day: lesson.day, mask: mask) }) else {
        continue
      }
      occupancy.take(.person(second), day: lesson.day, mask: mask)
      lessons[index].secondTeacherKey = second
      return
    }
  }
}
