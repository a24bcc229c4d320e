import Foundation
import SchoolModel

/// A person's timetable of the whole year as an iCalendar file (RFC 5545): one event a lesson.
struct CalendarExport {
  let school: School

  /// The file; nil for an unknown person.
  func text(person: Int64) throws -> String? {
    let database = school.database
    guard let name = database.directory.people[person]?.label else { return nil }
    var calendar = CalendarText()
    calendar.property("BEGIN", "VCALENDAR")
    calendar.property("VERSION", "2.0")
    calendar.property("PRODID", "-//Trousse//PRONOTE \(school.version)//FR")
    calendar.property("CALSCALE", "GREGORIAN")
    calendar.text("X-WR-CALNAME", "Emploi du temps de \(name)")
    zone(&calendar)
    let lessons = try database.timetable(
      ofPerson: person,
      from: database.calendar.firstDay,
      to: database.calendar.lastDay
    )
    let stamp = LocalDateTime(school.configuration.clock.now, in: .gmt)
    for lesson in lessons { event(lesson, stamp: stamp, &calendar) }
    calendar.property("END", "VCALENDAR")
    return calendar.output
  }

  private func event(_ lesson: LessonRecord, stamp: LocalDateTime, _ calendar: inout CalendarText) {
    let subject = lesson.subject?.name ?? lesson.title ?? ""
    let teachers = lesson.teachers.map(\.label).joined(separator: ", ")
    let audience = lesson.group?.name ?? lesson.schoolClass?.label
    let details = [teachers, audience, lesson.status, lesson.memo].compactMap(\.self).filter { !$0.isEmpty }
    calendar.property("BEGIN", "VEVENT")
    calendar.property("UID", "lesson-\(lesson.key)@\(school.database.establishment.key).trousse.invalid")
    calendar.property("DTSTAMP", CalendarText.time(stamp) + "Z")
    calendar.property("DTSTART;TZID=\(zoneName)", CalendarText.time(lesson.start))
    calendar.property("DTEND;TZID=\(zoneName)", CalendarText.time(lesson.end))
    calendar.text("SUMMARY", teachers.isEmpty ? subject : "\(subject) - \(teachers)")
    if !lesson.rooms.isEmpty { calendar.text("LOCATION", lesson.rooms.map(\.label).joined(separator: ", ")) }
    if !details.isEmpty { calendar.text("DESCRIPTION", details.joined(separator: "\n")) }
    calendar.property("STATUS", lesson.isCancelled ? "CANCELLED" : "CONFIRMED")
    calendar.property("END", "VEVENT")
  }

  private var zoneName: String { school.configuration.timeZone.identifier }

  /// The offsets that are in force during the year, as a time zone of the file (3.6.5).
  private func zone(_ calendar: inout CalendarText) {
    let zone = school.configuration.timeZone
    let days = school.database.calendar
    calendar.property("BEGIN", "VTIMEZONE")
    calendar.property("TZID", zoneName)
    // What was in force before the year began has no start of its own.
    let start = LocalDate(dayNumber: 0).at(.midnight)
    var instant = days.firstDay.at(.midnight).instant(in: zone)
    observance(of: zone, at: instant, before: zone.secondsFromGMT(for: instant), start: start, &calendar)
    let end = days.lastDay.adding(days: 1).at(.midnight).instant(in: zone)
    while let next = zone.nextDaylightSavingTimeTransition(after: instant), next > instant, next < end {
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let wall = LocalDateTime(next.addingTimeInterval(Double(before)), in: .gmt)
      observance(of: zone, at: next, before: before, start: wall, &calendar)
      instant = next
    }
    calendar.property("END", "VTIMEZONE")
  }

  private func observance(
    of zone: TimeZone,
    at instant: Date,
    before: Int,
    start: LocalDateTime,
    _ calendar: inout CalendarText
  ) {
    let name = zone.isDaylightSavingTime(for: instant) ? "DAYLIGHT" : "STANDARD"
    calendar.property("BEGIN", name)
    calendar.property("DTSTART", CalendarText.time(start))
    calendar.property("TZOFFSETFROM", CalendarText.offset(before))
    calendar.property("TZOFFSETTO", CalendarText.offset(zone.secondsFromGMT(for: instant)))
    calendar.property("END", name)
  }
}
