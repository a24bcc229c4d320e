import SchoolModel
import Testing
import TrousseCommand

/// Snapshots. A change of the layout changes them; nothing else may.
@Suite struct `A timetable for people` {
  @Test func `is a list of paragraphs on 40 columns`() {
    let lines = TimetableText(SampleTimetable.week).lines(in: Terminal(isTerminal: true, width: 40, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Week 12 · Q1 · 16–22 November 2026 ·
        DUPONT Zoé (3A)
        Journée pédagogique: Friday 20 November
        2026

        Monday 16 November 2026
        08:00-09:00  MATHÉMATIQUES
            203 DURAND M.
        09:00-11:00  PHYSIQUE-CHIMIE
            Labo 1 MOREAU C. 3A-GR1
        13:30-14:30  ✗ ANGLAIS LV1
            105 SMITH J.
            cancelled: Prof. absent

        Tuesday 17 November 2026
        08:00-09:00  FRANÇAIS
            12 GALLET B.
            test
        09:00-10:00  HISTOIRE-GÉOGRAPHIE
            206 MOREAU C.
            Changement de salle

        Wednesday 18 November 2026
        10:00-11:00  ESPAGNOL LV2
            GARCIA L.
            video, “Apporter le cahier”
        10:30-11:00  RETENUE
            Perm VIE SCOLAIRE
            detention

        Thursday 19 November 2026
        08:00-09:00  EPS
            Gymnase LEROY P.
            exempted: Entorse

        Friday 20 November 2026: Journée pédagogique
        """
    )
  }

  @Test func `is a grid on 80 columns`() {
    let lines = TimetableText(SampleTimetable.week).lines(in: Terminal(isTerminal: true, width: 80, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Week 12 · Q1 · 16–22 November 2026 · DUPONT Zoé (3A)
        Journée pédagogique: Friday 20 November 2026
              │Mon 16 Nov   │Tue 17 Nov   │Wed 18 Nov   │Thu 19 Nov   │Fri 20 Nov   │
              │             │             │             │             │Journée péda…│
        08:00 ├─────────────┼─────────────┼─────────────┼─────────────┼─────────────┤
              │MATHÉMATIQUES│FRANÇAIS     │             │EPS          │             │
              │203 DURAND M.│12 GALLET B. │             │Gymnase LERO…│             │
              │             │test         │             │exempted: En…│             │
        09:00 ├─────────────┼─────────────┼─────────────┼─────────────┼─────────────┤
              │PHYSIQUE-CHI…│HISTOIRE-GÉO…│             │             │             │
              │Labo 1 MOREA…│206 MOREAU C.│             │             │             │
              │             │Changement d…│             │             │             │
        10:00 │             ├─────────────┼─────────────┼─────────────┼─────────────┤
              │             │             │ESPAGNOL LV2 │             │             │
              │             │             │GARCIA L.    │             │             │
              │             │             │video        │             │             │
              │             │             │10:30 RETENUE│             │             │
              │             │             │Perm VIE SCO…│             │             │
              │             │             │detention    │             │             │
        11:00 ├─────────────┼─────────────┼─────────────┼─────────────┼─────────────┤
        13:30 ├─────────────┼─────────────┼─────────────┼─────────────┼─────────────┤
              │✗ ANGLAIS LV1│             │             │             │             │
              │105 SMITH J. │             │             │             │             │
              │cancelled: P…│             │             │             │             │
        14:30 ├─────────────┼─────────────┼─────────────┼─────────────┼─────────────┤
        """
    )
  }

  @Test func `is a wider grid on 120 columns`() {
    let lines = TimetableText(SampleTimetable.week).lines(in: Terminal(isTerminal: true, width: 120, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Week 12 · Q1 · 16–22 November 2026 · DUPONT Zoé (3A)
        Journée pédagogique: Friday 20 November 2026
              │ Mon 16 Nov          │ Tue 17 Nov          │ Wed 18 Nov          │ Thu 19 Nov          │ Fri 20 Nov          │
              │                     │                     │                     │                     │ Journée pédagogique │
        08:00 ├─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┤
              │ MATHÉMATIQUES       │ FRANÇAIS            │                     │ EPS                 │                     │
              │ 203 DURAND M.       │ 12 GALLET B.        │                     │ Gymnase LEROY P.    │                     │
              │                     │ test                │                     │ exempted: Entorse   │                     │
        09:00 ├─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┤
              │ PHYSIQUE-CHIMIE     │ HISTOIRE-GÉOGRAPHIE │                     │                     │                     │
              │ Labo 1 MOREAU C.    │ 206 MOREAU C.       │                     │                     │                     │
              │                     │ Changement de salle │                     │                     │                     │
        10:00 │                     ├─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┤
              │                     │                     │ ESPAGNOL LV2        │                     │                     │
              │                     │                     │ GARCIA L.           │                     │                     │
              │                     │                     │ video               │                     │                     │
              │                     │                     │ 10:30 RETENUE       │                     │                     │
              │                     │                     │ Perm VIE SCOLAIRE   │                     │                     │
              │                     │                     │ detention           │                     │                     │
        11:00 ├─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┤
        13:30 ├─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┤
              │ ✗ ANGLAIS LV1       │                     │                     │                     │                     │
              │ 105 SMITH J.        │                     │                     │                     │                     │
              │ cancelled: Prof. ab…│                     │                     │                     │                     │
        14:30 ├─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┼─────────────────────┤
        """
    )
  }

  @Test func `is one line for each lesson in a pipe`() {
    let lines = TimetableText(SampleTimetable.week).lines(in: Terminal(isTerminal: false, width: nil, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Week 12 · Q1 · 16–22 November 2026 · DUPONT Zoé (3A)
        Journée pédagogique: Friday 20 November 2026

        Monday 16 November 2026
        08:00-09:00  MATHÉMATIQUES        203      DURAND M.
        09:00-11:00  PHYSIQUE-CHIMIE      Labo 1   MOREAU C.     3A-GR1
        13:30-14:30  ✗ ANGLAIS LV1        105      SMITH J.              cancelled: Prof. absent

        Tuesday 17 November 2026
        08:00-09:00  FRANÇAIS             12       GALLET B.             test
        09:00-10:00  HISTOIRE-GÉOGRAPHIE  206      MOREAU C.             Changement de salle

        Wednesday 18 November 2026
        10:00-11:00  ESPAGNOL LV2                  GARCIA L.             video, “Apporter le cahier”
        10:30-11:00  RETENUE              Perm     VIE SCOLAIRE          detention

        Thursday 19 November 2026
        08:00-09:00  EPS                  Gymnase  LEROY P.              exempted: Entorse

        Friday 20 November 2026: Journée pédagogique
        """
    )
  }

  @Test func `names the subject in one of sixteen colours`() {
    let lines = TimetableText(SampleTimetable.dayOnly).lines(
      in: Terminal(isTerminal: true, width: 80, colors: .sixteen)
    )
    #expect(
      lines.joined(separator: "\n") == """
        \u{1B}[1mWeek 12 · Q1 · Monday 16 November 2026 · DUPONT Zoé (3A)\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[1m Mon 16 Nov                             \u{1B}[0m\u{1B}[2m│\u{1B}[0m
        08:00 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[1;34m MATHÉMATIQUES                          \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m 203 DURAND M.                          \u{1B}[2m│\u{1B}[0m
        09:00 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[1;35m PHYSIQUE-CHIMIE                        \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m Labo 1 MOREAU C.                       \u{1B}[2m│\u{1B}[0m
        11:00 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
        13:30 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[9;31m ✗ ANGLAIS LV1                          \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[2m 105 SMITH J.                           \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[31m cancelled: Prof. absent                \u{1B}[0m\u{1B}[2m│\u{1B}[0m
        14:30 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
        """
    )
  }

  @Test func `paints the subject where any colour can be shown`() {
    let lines = TimetableText(SampleTimetable.dayOnly).lines(
      in: Terminal(isTerminal: true, width: 80, colors: .truecolor)
    )
    #expect(
      lines.joined(separator: "\n") == """
        \u{1B}[1mWeek 12 · Q1 · Monday 16 November 2026 · DUPONT Zoé (3A)\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[1m Mon 16 Nov                             \u{1B}[0m\u{1B}[2m│\u{1B}[0m
        08:00 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[1;38;2;255;255;255;48;2;35;56;187m MATHÉMATIQUES                          \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[38;2;255;255;255;48;2;35;56;187m 203 DURAND M.                          \u{1B}[0m\u{1B}[2m│\u{1B}[0m
        09:00 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[1;38;2;0;0;0;48;2;225;156;132m PHYSIQUE-CHIMIE                        \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[38;2;0;0;0;48;2;225;156;132m Labo 1 MOREAU C.                       \u{1B}[0m\u{1B}[2m│\u{1B}[0m
        11:00 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
        13:30 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[9;31m ✗ ANGLAIS LV1                          \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[2m 105 SMITH J.                           \u{1B}[0m\u{1B}[2m│\u{1B}[0m
              \u{1B}[2m│\u{1B}[0m\u{1B}[31m cancelled: Prof. absent                \u{1B}[0m\u{1B}[2m│\u{1B}[0m
        14:30 \u{1B}[2m├\u{1B}[0m\u{1B}[2m────────────────────────────────────────\u{1B}[0m\u{1B}[2m┤\u{1B}[0m
        """
    )
  }

  @Test(arguments: 60...140)
  func `never is wider than the terminal`(width: Int) {
    let terminal = Terminal(isTerminal: true, width: width, colors: .none)
    let widest = TimetableText(SampleTimetable.week).lines(in: terminal).map(\.displayWidth).max() ?? 0
    #expect(widest <= width)
    #expect(widest > width / 2)
  }

  @Test func `shows Saturday only when there are lessons on it`() {
    let terminal = Terminal(isTerminal: true, width: 80, colors: .none)
    var week = SampleTimetable.week
    #expect(!TimetableText(week).lines(in: terminal).joined().contains("Sat 21"))
    week.lessons.append(SampleTimetable.lesson(5, "09:00", "10:00", "DEVOIR SURVEILLÉ"))
    #expect(TimetableText(week).lines(in: terminal).joined().contains("Sat 21"))
  }

  @Test func `says so when there are no lessons`() {
    var week = SampleTimetable.week
    week.lessons = []
    week.weeks = []
    let pipe = Terminal(isTerminal: false, width: nil, colors: .none)
    #expect(TimetableText(week).lines(in: pipe) == ["16–22 November 2026 · DUPONT Zoé (3A)", "", "No lessons."])
  }

  @Test func `shows a grid for each week of an interval`() {
    var weeks = SampleTimetable.week
    weeks.days = SampleTimetable.monday...SampleTimetable.monday.adding(days: 13)
    weeks.weeks.append(
      Timetable.Week(number: 13, monday: SampleTimetable.monday.adding(days: 7), fortnight: "Q2", holidays: [])
    )
    let lines = TimetableText(weeks).lines(in: Terminal(isTerminal: true, width: 80, colors: .none))
    #expect(lines.filter { $0.hasPrefix("Week ") }.map { $0.prefix(12) } == ["Week 12 · Q1", "Week 13 · Q2"])
  }

  @Test func `survives lessons that end before they start or after midnight`() {
    var week = SampleTimetable.week
    week.lessons = [
      SampleTimetable.lesson(0, "10:00", "09:00", "A"),
      SampleTimetable.lesson(1, "23:00", "23:59", "B") { $0.end = $0.end.date.adding(days: 1).at(.midnight) },
    ]
    let lines = TimetableText(week).lines(in: Terminal(isTerminal: true, width: 80, colors: .none))
    #expect(lines.contains { $0.hasPrefix("10:00") })
    #expect(lines.contains { $0.contains("│B") })
  }
}
