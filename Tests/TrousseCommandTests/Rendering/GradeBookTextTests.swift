import Foundation
import SchoolModel
import Testing
import TrousseCommand

@Suite struct `A grade book for people` {
  @Test func `leaves out the least important columns on 40 columns`() {
    let lines = GradeBookText(SampleGradeBook.book).grades(in: Terminal(isTerminal: true, width: 40, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Trimestre 1 · DUPONT Zoé (3A)

        Date        Subject      Mark  Title
        2026-11-12  MATHÉMA…  15.5/20  Fractions
        2026-11-10  ANGLAIS…   absent  bonus
                    EPS           0.1  optional

        Average: 14.37
        """
    )
  }

  @Test func `has the statistics of the class on 80 columns`() {
    let lines = GradeBookText(SampleGradeBook.book).grades(in: Terminal(isTerminal: true, width: 80, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Trimestre 1 · DUPONT Zoé (3A)

        Date        Subject           Mark  Coef.  Class  Min–max  Title
        2026-11-12  MATHÉMATIQUES  15.5/20      2  12.08     4–19  Fractions
        2026-11-10  ANGLAIS LV1     absent                         bonus
                    EPS                0.1                         optional

        Average: 14.37
        """
    )
  }

  @Test func `is the same on 120 columns`() {
    let lines = GradeBookText(SampleGradeBook.book).grades(in: Terminal(isTerminal: true, width: 120, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Trimestre 1 · DUPONT Zoé (3A)

        Date        Subject           Mark  Coef.  Class  Min–max  Title
        2026-11-12  MATHÉMATIQUES  15.5/20      2  12.08     4–19  Fractions
        2026-11-10  ANGLAIS LV1     absent                         bonus
                    EPS                0.1                         optional

        Average: 14.37
        """
    )
  }

  @Test func `is not cut in a pipe`() {
    let lines = GradeBookText(SampleGradeBook.book).grades(in: Terminal(isTerminal: false, width: nil, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Trimestre 1 · DUPONT Zoé (3A)

        Date        Subject           Mark  Coef.  Class  Min–max  Title
        2026-11-12  MATHÉMATIQUES  15.5/20      2  12.08     4–19  Fractions
        2026-11-10  ANGLAIS LV1     absent                         bonus
                    EPS                0.1                         optional

        Average: 14.37
        """
    )
  }

  @Test func `has coloured marks on a terminal`() {
    let lines = GradeBookText(SampleGradeBook.book).grades(in: Terminal(isTerminal: true, width: 80, colors: .sixteen))
    #expect(
      lines.joined(separator: "\n") == """
        \u{1B}[1mTrimestre 1 · DUPONT Zoé (3A)\u{1B}[0m

        \u{1B}[1mDate\u{1B}[0m        \u{1B}[1mSubject\u{1B}[0m           \u{1B}[1mMark\u{1B}[0m  \u{1B}[1mCoef.\u{1B}[0m  \u{1B}[1mClass\u{1B}[0m  \u{1B}[1mMin–max\u{1B}[0m  \u{1B}[1mTitle\u{1B}[0m
        2026-11-12  MATHÉMATIQUES  \u{1B}[32m15.5/20\u{1B}[0m      2  12.08     4–19  Fractions
        2026-11-10  ANGLAIS LV1     absent                         bonus
                    EPS                0.1                         optional

        \u{1B}[1mAverage: 14.37\u{1B}[0m
        """
    )
  }

  @Test func `lists averages by subject`() {
    let lines = GradeBookText(SampleGradeBook.book).averages(in: Terminal(isTerminal: false, width: nil, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Trimestre 1 · DUPONT Zoé (3A)

        Subject         Average  Class  Min–max
        MATHÉMATIQUES   15.5/20  12.08  6.25–19
        EPS            exempted

        Average: 14.37
        """
    )
  }

  @Test func `says when the school does not publish something`() {
    let pipe = Terminal(isTerminal: false, width: nil, colors: .none)
    let text = GradeBookText(SampleGradeBook.unpublished)
    #expect(text.grades(in: pipe).last == "The school does not publish grades for this period.")
    #expect(text.averages(in: pipe).last == "The school does not publish averages for this period.")
  }

  @Test(arguments: [
    (MarkState.absent, "absent"), (.notHandedInCountedZero, "not handed in (0)"), (MarkState(rawValue: "X"), "X"),
  ])
  func `has a word for a mark that is no number`(state: MarkState, word: String) {
    #expect(Mark.state(state).text(scale: 20) == word)
  }

  @Test(arguments: [("15.50", "15.5"), ("20.00", "20"), ("100", "100"), ("0.1", "0.1"), ("-1.250", "-1.25")])
  func `prints numbers exactly`(number: String, text: String) {
    #expect(SampleGradeBook.decimal(number).exactText == text)
  }
}
