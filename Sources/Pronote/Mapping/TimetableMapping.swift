import Foundation
package import PronoteWire
package import SchoolModel

/// Turns answers of PageEmploiDuTemps into a ``Timetable``.
package struct TimetableMapping {
  /// The answer for one week.
  package struct Page {
    package var week: Int
    package var response: PageEmploiDuTemps.Response

    package init(week: Int, response: PageEmploiDuTemps.Response) {
      self.week = week
      self.response = response
    }
  }

  private let profile: SchoolProfile
  private let lessons: LessonMapping

  /// A mapping with a school's grid, calendar and version.
  package init(parameters: FonctionParametres.Response, profile: SchoolProfile) {
    self.profile = profile
    lessons = LessonMapping(
      grid: TimetableGrid(parameters.general),
      wireProfile: parameters.version.map { WireProfile.profile(for: $0) } ?? .newest
    )
  }

  /// The timetable of these pages between two days. Doubles are resolved week by week, before days are picked.
  package func timetable(_ pages: [Page], student: Student?, days: ClosedRange<LocalDate>) -> Timetable {
    var shown: [Lesson] = []
    var superseded: [Lesson] = []
    var diagnostics: [Diagnostic] = []
    var ids = StableIDs()
    for page in pages {
      diagnostics += page.response.diagnostics
      let entries = page.response.listeCours.enumerated()
        .sorted {
          ($0.element.dateDuCours, $0.element.p, $0.offset) < ($1.element.dateDuCours, $1.element.p, $1.offset)
        }
        .map { RankedLesson(lesson: lessons.lesson($0.element, ids: &ids, &diagnostics), rank: $0.element.p) }
      let resolved = SupersededLessons.resolve(entries, showsCancelled: page.response.avecCoursAnnule)
      shown += resolved.shown
      superseded += resolved.superseded
    }
    return Timetable(
      student: student,
      days: days,
      timeZone: profile.timeZone,
      lessons: shown.filter { days.contains($0.start.date) },
      superseded: superseded.filter { days.contains($0.start.date) },
      weeks: pages.map { week($0.week) },
      diagnostics: diagnostics
    )
  }

  private func week(_ number: Int) -> Timetable.Week {
    let monday = profile.year.monday(ofWeek: number)
    let sunday = monday.adding(days: 6)
    return Timetable.Week(
      number: number,
      monday: monday,
      fortnight: profile.year.fortnight(ofWeek: number),
      holidays: profile.year.holidays.filter { $0.firstDay <= sunday && monday <= $0.lastDay }
    )
  }
}
