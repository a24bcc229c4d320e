/// Sentences that teachers and staff write.
enum SchoolTexts {
  static let remarks = [
    "Bon travail.", "Attention au soin.", "Des progrès !", "Cours à revoir.", "Très bien rédigé.",
    "Justifier davantage.",
  ]

  /// What was done in a lesson, as HTML; `{chapter}` and `{n}` are filled in.
  static let contents = [
    "<div>{chapter}&nbsp;: introduction et activit&eacute; {n}</div>",
    "<p>Suite du chapitre <strong>{chapter}</strong>.</p><p>Correction des exercices {n} et {m}&nbsp;p.&nbsp;{p}.</p>",
    "<div>Leçon &laquo;&nbsp;{chapter}&nbsp;&raquo;<br>Trace écrite, puis exercices {n} à {m}.</div>",
    "<div>Travail en binômes sur le document {n}&#160;:<ul><li>lecture</li><li>questions</li><li>mise en commun</li></ul></div>",
    "<div>Bilan du chapitre {chapter} &amp; pr&eacute;paration du contr&ocirc;le.</div>",
  ]

  /// Homework as HTML; `{chapter}`, `{n}`, `{m}` and `{p}` are filled in.
  static let homework = [
    "<div>Faire les exercices {n} et {m} page&nbsp;{p}.</div>",
    "<div>Apprendre la leçon <em>{chapter}</em><br>et relire le cahier.</div>",
    "<p>R&eacute;pondre aux questions&nbsp;:</p><ul><li>question {n}</li><li>question {m} &amp; conclusion</li></ul>",
    "<div>Lire les pages {p} à {q}</div><div>Noter trois idées importantes.</div>",
    "<div>Préparer un exposé de 5&nbsp;minutes sur «&nbsp;{chapter}&nbsp;»&hellip;</div>",
    "<div>Revoir le chapitre {chapter} : contrôle au prochain cours &lt;1 h&gt;</div>",
  ]

  static let reportRemarks = [
    "Trimestre sérieux, résultats satisfaisants.", "Ensemble correct ; il faut participer davantage.",
    "De bonnes capacités, des efforts irréguliers.", "Très bon trimestre, félicitations.",
    "Résultats fragiles, un travail plus régulier s'impose.", "Élève attentif et volontaire.",
    "Des progrès encourageants à confirmer.",
  ]

  static let generalRemarks = [
    "Un bon trimestre, dans une ambiance de travail agréable.", "Résultats convenables, poursuivez vos efforts.",
    "Excellent ensemble, continuez ainsi.", "Le travail doit devenir plus régulier.",
  ]

  /// Fills a template: the chapter, and numbers derived from one number.
  static func fill(_ template: String, chapter: String, number: Int) -> String {
    var result = ""
    for (index, piece) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = piece.firstIndex(of: "}") else {
        result += piece
        continue
      }
      switch piece[..<end] {
      case "chapter": result += chapter
      case "n": result += String(1 + number % 9)
      case "m": result += String(10 + number % 7)
      case "p": result += String(20 + number % 150)
      default: result += String(22 + number % 150)
      }
      result += piece[piece.index(after: end)...]
    }
    return result
  }
}
