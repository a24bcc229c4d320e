import Foundation
import PronoteWire
import SchoolModel

/// Answers FonctionParametres from the school's calendar.
struct ParametersWriter {
  let school: School
  let space: SpaceNumber
  let ids: WireIDs

  /// - Parameter known: what the client got from an earlier session, given back as it is.
  func response(known: String?) -> FonctionParametres.Response {
    var response = FonctionParametres.Response(general: general)
    response.identifiantNav = known ?? Hex.encode(RandomBytes.make(55), uppercase: true)
    response.dateServeurHttp = school.now
    response.dateDemo = school.now
    response.urlEspace = "\(space.space.rawValue).html"
    response.nom = space.name
    response.avecMembre = space.space == .parent
    response.pourNouvelleCaledonie = school.configuration.timeZone.identifier == "Pacific/Noumea"
    if school.profile.isNewestFamily { response.tableauVersion = Array(school.version.numbers.prefix(3)) }
    return response
  }

  private var general: FonctionParametres.General {
    let calendar = school.calendar
    var general = FonctionParametres.General(
      premierLundi: calendar.year.firstMonday,
      placesParJour: CalendarRecord.slotsPerDay
    )
    general.versionPN = school.version.description
    general.version = "PRONOTE \(school.version) - école de démonstration Trousse"
    general.nomEtablissement = school.database.establishment.name
    general.anneeScolaire = calendar.year.name
    general.premiereDate = calendar.firstDay
    general.derniereDate = calendar.lastDay
    general.jourOuvre = calendar.schoolDay(from: calendar.today)
    general.joursOuvres = calendar.year.workingDays.map(\.rawValue)
    general.placesParHeure = 2
    general.premiereHeure = CalendarRecord.time(ofSlot: 0)
    // One entry more than a day has slots, as on real servers.
    let slots = 0...CalendarRecord.slotsPerDay
    general.listeHeures = slots.map { .init(g: $0, l: CalendarRecord.time(ofSlot: $0), a: $0.isMultiple(of: 2)) }
    general.listeHeuresFin = slots.map {
      .init(g: $0, l: CalendarRecord.time(ofSlot: $0 + 1), a: !$0.isMultiple(of: 2))
    }
    general.listePeriodes = calendar.periods.map { period in
      .init(
        n: ids.id(.period, period.key),
        l: period.name,
        g: period.kind.rawValue,
        periodeNotation: 0,
        dateDebut: period.start,
        dateFin: period.end
      )
    }
    general.listeJoursFeries = calendar.holidays.map { holiday in
      .init(
        n: ids.id(.holiday, holiday.key),
        l: holiday.holiday.name,
        dateDebut: holiday.holiday.firstDay,
        dateFin: holiday.holiday.lastDay
      )
    }
    let fortnights = calendar.year.fortnights
    general.domainesFrequences = [Array(1...calendar.lastWeek)] + fortnights.map(\.weeks) + [[]]
    general.libellesFrequences = [""] + fortnights.map(\.label) + [""]
    general.recreations = [
      .init(l: CalendarRecord.morningBreakLabel, place: CalendarRecord.morningBreakSlot)
    ]
    general.baremeNotation = WireMark("20")
    general.listeAnnotationsAutorisees = Array(1...8)
    general.extras = extras(calendar)
    return general
  }

  private func extras(_ calendar: CalendarRecord) -> [JSONValue.Member] {
    [
      .init("millesime", .string("\(calendar.firstDay.year)")),
      .init("nomProduit", "PRONOTE"),
      .init("langue", "fr"),
      .init("langID", 1036),
      .init("numeroPremiereSemaine", 1),
      .init("DureeSequence", .number("0.0416666666666667")),
      .init("PlaceDemiJourneeAbsence", .integer(CalendarRecord.firstAfternoonSlot)),
      .init("debutDemiPension", .integer(CalendarRecord.lunchSlots.lowerBound)),
      .init("finDemiPension", .integer(CalendarRecord.lunchSlots.upperBound)),
      .init("ListeNiveauxDAcquisitions", .elements(SkillLevelRecord.all.map { level($0) })),
    ]
  }

  private func level(_ level: SkillLevelRecord) -> JSONValue {
    [
      "L": .string(level.label), "N": .string(ids.id(.skillLevel, Int64(level.code))), "G": .integer(level.code),
      "P": .integer(level.code), "abbreviation": .string(level.abbreviation), "couleur": .string(level.color),
      "ponderation": .wireMark(WireMark(level.weight)),
    ]
  }
}
