import PronoteWire
import SchoolModel

/// Turns one entry of `ListeCours` into a ``Lesson``.
struct LessonMapping: Sendable {
  let grid: TimetableGrid
  let wireProfile: WireProfile

  /// The lesson of an entry. An end that cannot be told is reported, and the lesson then ends when it starts.
  func lesson(
    _ entry: PageEmploiDuTemps.Cours,
    ids: inout StableIDs,
    _ diagnostics: inout [Diagnostic]
  ) -> Lesson {
    let start = entry.dateDuCours
    let computed = grid.end(start: start, place: entry.place, length: entry.duree)
    let end = entry.dateDuCoursFin ?? computed ?? start
    if end == start {
      diagnostics.append(
        Diagnostic(location: "ListeCours.duree", message: "the end of the lesson at \(start) cannot be told")
      )
    }
    let kind = kind(of: entry)
    let parts = parts(of: entry)
    let subject = title(of: entry, kind: kind, parts)
    return Lesson(
      id: ids.next(
        StableID("lesson", start.description, kind.rawValue, subject ?? "", parts.groups.joined(separator: ","))
      ),
      kind: kind,
      start: start,
      end: end,
      subject: subject,
      teachers: parts.teachers,
      rooms: parts.rooms,
      groups: parts.groups,
      isCancelled: entry.estAnnule,
      change: LessonMapping.change(of: entry, kind: kind),
      status: entry.statut,
      isTest: entry.cahierDeTextes?.estDevoir ?? false,
      hasHomework: entry.avecTafPublie,
      memo: entry.memo,
      exemption: entry.dispenseEleve.map {
        Exemption(reason: $0.l, mustBePresent: $0.obligatoire, worksAtHome: $0.maison)
      },
      links: entry.listeVisios.map { VideoLink(url: $0.url, label: $0.libelleLien) },
      color: entry.couleurFond
    )
  }

  private func kind(of entry: PageEmploiDuTemps.Cours) -> LessonKind {
    if entry.estSortiePedagogique { return .outing }
    if entry.estRetenue { return .detention }
    return entry.g == 1 ? .council : .lesson
  }

  private struct Parts {
    var subject: String?
    var teachers: [String] = []
    var rooms: [String] = []
    var groups: [String] = []
    var texts: [String] = []
  }

  private func parts(of entry: PageEmploiDuTemps.Cours) -> Parts {
    var parts = Parts()
    for content in entry.listeContenus where !content.l.isEmpty {
      switch content.g.map({ ResourceKind(wire: $0, profile: wireProfile) }) {
      case .subject: parts.subject = parts.subject ?? content.l
      case .teacher, .staff: parts.teachers.append(content.l)
      case .room: parts.rooms.append(content.l)
      case .group, .partOfClass, .schoolClass: parts.groups.append(content.l)
      case nil: parts.texts.insert(content.l, at: content.estHoraire ? 0 : parts.texts.count)
      default: break
      }
    }
    return parts
  }

  private func title(of entry: PageEmploiDuTemps.Cours, kind: LessonKind, _ parts: Parts) -> String? {
    switch kind {
    case .outing: entry.motif ?? parts.subject ?? parts.texts.first
    case .lesson: parts.subject ?? parts.texts.first
    default: parts.texts.first ?? parts.subject ?? entry.statut
    }
  }

  /// Words of schools about a change, folded, in the order in which they are looked for. The status is free text
  /// ("never branch on it for cancellation"), so it only ever adds to what the flags say.
  private static let words: [(String, LessonChange)] = [
    ("deplac", .moved), ("salle", .roomChanged), ("remplac", .substituted), ("substit", .substituted),
    ("ajout", .added), ("exceptionnel", .added), ("supplementaire", .added),
  ]

  private static func change(of entry: PageEmploiDuTemps.Cours, kind: LessonKind) -> LessonChange? {
    // Most lessons have no status, and searching costs.
    let told = entry.statut.flatMap { status in
      let folded = fold(status)
      return words.first { folded.contains($0.0) }?.1
    }
    if entry.estAnnule { return told == .moved ? .moved : .cancelled }
    if let told { return told }
    if entry.g == 2 || entry.g == 4 { return .substituted }
    return entry.statut == nil || kind != .lesson ? nil : .other
  }

  private static func fold(_ text: String) -> String {
    text.lowercased().replacing("é", with: "e").replacing("è", with: "e").replacing("ê", with: "e")
  }
}
