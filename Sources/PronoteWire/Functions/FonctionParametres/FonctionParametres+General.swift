package import SchoolModel

extension FonctionParametres {
  /// `General`: the calendar, the grid and the periods (functions document 1.11).
  package struct General: WireMessage, Hashable {
    package var versionPN: String?
    package var version: String?
    package var nomEtablissement: String?
    package var anneeScolaire: String?
    package var premierLundi: LocalDate
    package var premiereDate: LocalDate?
    package var derniereDate: LocalDate?
    package var jourOuvre: LocalDate?
    package var joursOuvres: [Int]
    package var placesParJour: Int
    package var placesParHeure: Int?
    package var premiereHeure: LocalTime?
    package var listeHeures: [Heure]
    package var listeHeuresFin: [Heure]
    package var listePeriodes: [Periode]
    package var listeJoursFeries: [JoursFeries]
    package var domainesFrequences: [[Int]]
    package var libellesFrequences: [String]
    package var recreations: [Recreation]
    package var baremeNotation: WireMark?
    package var listeAnnotationsAutorisees: [Int]
    /// Whatever else a server sends that only foreign clients look at.
    package var extras: [JSONValue.Member]

    package init(premierLundi: LocalDate, placesParJour: Int) {
      self.premierLundi = premierLundi
      self.placesParJour = placesParJour
      joursOuvres = []
      listeHeures = []
      listeHeuresFin = []
      listePeriodes = []
      listeJoursFeries = []
      domainesFrequences = []
      libellesFrequences = []
      recreations = []
      listeAnnotationsAutorisees = []
      extras = []
    }

    package init(_ view: JSONView) throws(WireError) {
      versionPN = view.label("versionPN")
      version = view.label("version")
      nomEtablissement = view.label("NomEtablissement")
      anneeScolaire = view.label("AnneeScolaire")
      premierLundi = try view.requiredDate("PremierLundi").date
      premiereDate = (try? view.date("PremiereDate"))??.date
      derniereDate = (try? view.date("DerniereDate"))??.date
      jourOuvre = (try? view.date("JourOuvre"))??.date
      joursOuvres = view.numbers("JoursOuvres") ?? []
      listeHeures = view.list("ListeHeures").compactMap { Heure($0) }
      listeHeuresFin = view.list("ListeHeuresFin").compactMap { Heure($0) }
      // The lists have one entry more than a day has places.
      placesParJour = view.integer("PlacesParJour") ?? max(listeHeures.count - 1, 0)
      placesParHeure = view.integer("PlacesParHeure")
      premiereHeure = (try? view.date("PremiereHeure"))??.time
      listePeriodes = view.list("ListePeriodes").compactMap { Periode($0) }
      listeJoursFeries = view.list("listeJoursFeries").compactMap { JoursFeries($0) }
      domainesFrequences = view.list("DomainesFrequences").map { value in
        value.unwrapped.string.flatMap { WireRange.parse($0) } ?? []
      }
      libellesFrequences = view.list("LibellesFrequences").map { $0.unwrapped.string ?? "" }
      recreations = view.list("recreations").compactMap { Recreation($0) }
      baremeNotation = view.mark("BaremeNotation")
      listeAnnotationsAutorisees = view.numbers("listeAnnotationsAutorisees") ?? []
      extras = []
      guard placesParJour > 0, placesParJour <= 1440 else {
        throw WireError(.unexpected, "PlacesParJour", "expected 1 to 1440 places a day")
      }
    }

    package var json: JSONValue {
      let known = JSONValue.object(present: [
        "version": version.map { .string($0) },
        "versionPN": versionPN.map { .string($0) },
        "NomEtablissement": nomEtablissement.map { .string($0) },
        "NomEtablissementConnexion": nomEtablissement.map { .string($0) },
        "AnneeScolaire": anneeScolaire.map { .string($0) },
        "PremierLundi": .wireDate(premierLundi),
        "PremiereDate": premiereDate.map { .wireDate($0) },
        "DerniereDate": derniereDate.map { .wireDate($0) },
        "JourOuvre": jourOuvre.map { .wireDate($0) },
        "JoursOuvres": .wireSet(joursOuvres, type: WireType.cardinals),
        "PlacesParJour": .integer(placesParJour),
        "PlacesParHeure": placesParHeure.map { .integer($0) },
        "PremiereHeure": premiereHeure.map { .wireDate(LocalDate(year: 1899, month: 12, day: 30)!.at($0)) },
        "ListeHeures": .elements(listeHeures.map(\.json)),
        "ListeHeuresFin": .elements(listeHeuresFin.map(\.json)),
        "ListeHeuresFinPourVS": .elements(listeHeuresFin.map(\.json)),
        "ListePeriodes": .array(listePeriodes.map(\.json)),
        "listeJoursFeries": .elements(listeJoursFeries.map(\.json)),
        "DomainesFrequences": .array(domainesFrequences.map { .wireSet($0, type: WireType.domain) }),
        "LibellesFrequences": .array(libellesFrequences.map { .string($0) }),
        "recreations": .elements(recreations.map(\.json)),
        "BaremeNotation": baremeNotation.map { .wireMark($0) },
        "listeAnnotationsAutorisees": .wireSet(listeAnnotationsAutorisees),
      ])
      guard case .object(let members) = known else { return known }
      return .object(members + extras)
    }
  }
}
