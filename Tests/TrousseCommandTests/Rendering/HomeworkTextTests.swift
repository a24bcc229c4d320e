import SchoolModel
import Testing
import TrousseCommand

@Suite struct `Homework for people` {
  @Test func `is wrapped on 40 columns`() {
    let lines = HomeworkText(SampleHomework.list).lines(in: Terminal(isTerminal: true, width: 40, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Homework · 16–22 November 2026 · DUPONT
        Zoé (3A)

        Tuesday 17 November 2026
        [ ] MATHÉMATIQUES (30 min)
            Exercices 3 et 4 page 42.
            Apporter le compas, la règle et
            l'équerre pour la leçon de
            géométrie.
            + énoncé.pdf (file)
            + Vidéo (link) https://exemple.fr/v
        [x] FRANÇAIS
            Lire le chapitre 3

        Thursday 19 November 2026
        [ ] EPS
        """
    )
  }

  @Test func `is wrapped less on 80 columns`() {
    let lines = HomeworkText(SampleHomework.list).lines(in: Terminal(isTerminal: true, width: 80, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Homework · 16–22 November 2026 · DUPONT Zoé (3A)

        Tuesday 17 November 2026
        [ ] MATHÉMATIQUES (30 min)
            Exercices 3 et 4 page 42.
            Apporter le compas, la règle et l'équerre pour la leçon de géométrie.
            + énoncé.pdf (file)
            + Vidéo (link) https://exemple.fr/v
        [x] FRANÇAIS
            Lire le chapitre 3

        Thursday 19 November 2026
        [ ] EPS
        """
    )
  }

  @Test func `keeps its lines in a pipe`() {
    let lines = HomeworkText(SampleHomework.list).lines(in: Terminal(isTerminal: false, width: nil, colors: .none))
    #expect(
      lines.joined(separator: "\n") == """
        Homework · 16–22 November 2026 · DUPONT Zoé (3A)

        Tuesday 17 November 2026
        [ ] MATHÉMATIQUES (30 min)
            Exercices 3 et 4 page 42.
            Apporter le compas, la règle et l'équerre pour la leçon de géométrie.
            + énoncé.pdf (file)
            + Vidéo (link) https://exemple.fr/v
        [x] FRANÇAIS
            Lire le chapitre 3

        Thursday 19 November 2026
        [ ] EPS
        """
    )
  }

  @Test func `paints the subject where any colour can be shown`() {
    let lines = HomeworkText(SampleHomework.list).lines(in: Terminal(isTerminal: true, width: 80, colors: .truecolor))
    #expect(
      lines.joined(separator: "\n") == """
        \u{1B}[1mHomework · 16–22 November 2026 · DUPONT Zoé (3A)\u{1B}[0m

        \u{1B}[1mTuesday 17 November 2026\u{1B}[0m
        [ ] \u{1B}[1;38;2;255;255;255;48;2;35;56;187mMATHÉMATIQUES\u{1B}[0m (30 min)
            Exercices 3 et 4 page 42.
            Apporter le compas, la règle et l'équerre pour la leçon de géométrie.
            \u{1B}[2m+ énoncé.pdf (file)\u{1B}[0m
            \u{1B}[2m+ Vidéo (link) https://exemple.fr/v\u{1B}[0m
        \u{1B}[32m[x] \u{1B}[0m\u{1B}[1mFRANÇAIS\u{1B}[0m
            Lire le chapitre 3

        \u{1B}[1mThursday 19 November 2026\u{1B}[0m
        [ ] \u{1B}[1mEPS\u{1B}[0m
        """
    )
  }

  @Test func `says so when there is none`() {
    var list = SampleHomework.list
    list.homework = []
    #expect(HomeworkText(list).lines(in: Terminal(isTerminal: false, width: nil, colors: .none)).last == "No homework.")
  }
}
