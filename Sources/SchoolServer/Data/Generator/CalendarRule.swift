import SchoolModel

/// Makes the school year around a day.
///
/// A school year runs from September to July. Days up to 14 July belong to the year that ends, later ones to the year
/// that is about to start. Week 1 is the week of 1 September, or the next one when that is a Saturday or Sunday. The
/// first week is moved forward, and the last week back, as far as needed for `today` to lie inside the year. A holiday
/// that touches Monday to Friday of today's week is left out, so that this week always has lessons.
///
/// Terms: weeks 1 to 10, 11 to 24 and the rest. Half-years: weeks 1 to 21 and the rest.
enum CalendarRule {
  /// The calendar of the school year around a day of the years 1900 to 2999.
  static func calendar(around today: LocalDate) -> CalendarRecord {
    let (year, month, day) = today.components
    let startYear = month >= 8 || (month == 7 && day >= 15) ? year : year - 1
    let septemberFirst = date(startYear, 9, 1)
    let regularStart =
      septemberFirst.weekday >= .saturday ? septemberFirst.monday.adding(days: 7) : septemberFirst.monday
    let firstMonday = min(regularStart, today.monday)
    let july = date(startYear + 1, 7, 3)
    let regularEnd = july.adding(days: (5 - july.weekday.rawValue + 7) % 7)
    let lastDay = max(regularEnd, today.monday.adding(days: 4), today)
    let currentWeek = today.monday...today.monday.adding(days: 4)
    let holidays = self.holidays(startYear: startYear)
      .filter { $0.lastDay >= firstMonday && $0.firstDay <= lastDay }
      .filter { $0.lastDay < currentWeek.lowerBound || $0.firstDay > currentWeek.upperBound }
    let periods = self.periods(firstDay: firstMonday, regularStart: regularStart, lastDay: lastDay)
    let weekCount = (lastDay.days(since: firstMonday)) / 7 + 1
    return CalendarRecord(
      today: today,
      year: SchoolYear(
        name: "\(startYear)-\(startYear + 1)",
        firstMonday: firstMonday,
        firstDay: firstMonday,
        lastDay: lastDay,
        fortnights: [
          SchoolYear.Fortnight(label: "Q1", weeks: (1...weekCount).filter { $0 % 2 == 1 }),
          SchoolYear.Fortnight(label: "Q2", weeks: (1...weekCount).filter { $0 % 2 == 0 }),
        ],
        holidays: holidays,
        workingDays: [.monday, .tuesday, .wednesday, .thursday, .friday]
      ),
      firstDay: firstMonday,
      lastDay: lastDay,
      holidays: holidays.enumerated().map { HolidayRecord(key: Int64($0.offset + 1), holiday: $0.element) },
      periods: periods,
      currentPeriodKey: CalendarRecord.currentPeriod(on: today, among: periods)
    )
  }

  private static func periods(firstDay: LocalDate, regularStart: LocalDate, lastDay: LocalDate) -> [PeriodRecord] {
    let firstTermEnd = regularStart.adding(days: 10 * 7 - 1)
    let secondTermEnd = regularStart.adding(days: 24 * 7 - 1)
    let halfYearEnd = regularStart.adding(days: 21 * 7 - 1)
    let bounds: [(String, GradingPeriod.Kind, LocalDate, LocalDate)] = [
      ("Trimestre 1", .term, firstDay, firstTermEnd),
      ("Trimestre 2", .term, firstTermEnd.adding(days: 1), secondTermEnd),
      ("Trimestre 3", .term, secondTermEnd.adding(days: 1), lastDay),
      ("Semestre 1", .halfYear, firstDay, halfYearEnd),
      ("Semestre 2", .halfYear, halfYearEnd.adding(days: 1), lastDay),
      ("Année continue", .year, firstDay, lastDay),
      ("Hors période", .other, firstDay, lastDay),
    ]
    return bounds.enumerated().map { index, bound in
      PeriodRecord(key: Int64(index + 1), name: bound.0, kind: bound.1, start: bound.2, end: bound.3)
    }
  }

  /// The vacations and public holidays of a school year, by first day.
  private static func holidays(startYear: Int) -> [Holiday] {
    let next = startYear + 1
    let easter = easterSunday(of: next)
    let ascension = easter.adding(days: 39)
    func vacation(_ name: String, from earliest: LocalDate) -> Holiday {
      let saturday = earliest.adding(days: (6 - earliest.weekday.rawValue + 7) % 7)
      return Holiday(name: name, firstDay: saturday, lastDay: saturday.adding(days: 15))
    }
    func dayOff(_ name: String, _ day: LocalDate, days: Int = 1) -> Holiday {
      Holiday(name: name, firstDay: day, lastDay: day.adding(days: days - 1))
    }
    return [
      dayOff("Assomption", date(startYear, 8, 15)),
      vacation("Vacances de la Toussaint", from: date(startYear, 10, 17)),
      dayOff("Toussaint", date(startYear, 11, 1)),
      dayOff("Armistice 1918", date(startYear, 11, 11)),
      vacation("Vacances de Noël", from: date(startYear, 12, 18)),
      dayOff("Noël", date(startYear, 12, 25)),
      dayOff("Jour de l'an", date(next, 1, 1)),
      vacation("Vacances d'hiver", from: date(next, 2, 6)),
      vacation("Vacances de printemps", from: date(next, 4, 3)),
      dayOff("Lundi de Pâques", easter.adding(days: 1)),
      dayOff("Fête du travail", date(next, 5, 1)),
      dayOff("Victoire 1945", date(next, 5, 8)),
      dayOff("Pont de l'Ascension", ascension, days: 2),
      dayOff("Lundi de Pentecôte", easter.adding(days: 50)),
      dayOff("Fête nationale", date(next, 7, 14)),
    ].sorted { ($0.firstDay, $0.name) < ($1.firstDay, $1.name) }
  }

  /// Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
  private static func easterSunday(of year: Int) -> LocalDate {
    let golden = year % 19
    let century = year / 100
    let rest = year % 100
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let month = (epact + weekday - 7 * shift + 114) / 31
    let day = (epact + weekday - 7 * shift + 114) % 31 + 1
    return date(year, month, day)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? LocalDate(dayNumber: 0)
  }
}
