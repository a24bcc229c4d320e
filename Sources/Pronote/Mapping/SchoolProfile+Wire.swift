package import Foundation
package import PronoteWire
package import SchoolModel

extension SchoolProfile {
  /// What FonctionParametres and ParametresUtilisateur say about the school.
  package init(
    _ parameters: FonctionParametres.Response,
    user: ParametresUtilisateur.Response?,
    timeZone: TimeZone
  ) {
    let general = parameters.general
    let card = user?.listeInformationsEtablissements.first
    self.init(
      name: card?.l ?? user?.ressource.etablissement?.l ?? general.nomEtablissement ?? "",
      version: parameters.version?.description ?? "",
      address: card?.adresse ?? [],
      website: card?.siteInternet,
      timeZone: timeZone,
      year: SchoolYear(general),
      periods: SchoolProfile.periods(general)
    )
  }

  /// One grading period for each of `ListePeriodes`, in the same order.
  private static func periods(_ general: FonctionParametres.General) -> [GradingPeriod] {
    var ids = StableIDs()
    return general.listePeriodes.map { period in
      GradingPeriod(
        id: ids.next(StableID("period", period.l, period.dateDebut?.description ?? "")),
        name: period.l,
        kind: .init(rawValue: period.g),
        start: period.dateDebut,
        end: period.dateFin
      )
    }
  }
}

extension SchoolYear {
  init(_ general: FonctionParametres.General) {
    // Index 0 stands for every week; 1 and 2 are the fortnights.
    let fortnights = (1...2).compactMap { index -> Fortnight? in
      guard general.domainesFrequences.indices.contains(index), !general.domainesFrequences[index].isEmpty else {
        return nil
      }
      let label = general.libellesFrequences.indices.contains(index) ? general.libellesFrequences[index] : ""
      return Fortnight(
        label: label.isEmpty ? (index == 1 ? "A" : "B") : label,
        weeks: general.domainesFrequences[index]
      )
    }
    self.init(
      name: general.anneeScolaire,
      firstMonday: general.premierLundi.monday,
      firstDay: general.premiereDate,
      lastDay: general.derniereDate,
      fortnights: fortnights,
      holidays: general.listeJoursFeries.map { Holiday(name: $0.l, firstDay: $0.dateDebut, lastDay: $0.dateFin) },
      workingDays: general.joursOuvres.compactMap { Weekday(rawValue: $0) }
    )
  }
}
