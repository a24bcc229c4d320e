package import SchoolModel

extension FonctionParametres {
  /// The start or the end of one place of the day.
  package struct Heure: Sendable, Hashable {
    /// The place, 0 for the first of the day.
    package var g: Int
    package var l: LocalTime
    /// Whether the tick is printed; says nothing about the time.
    package var a: Bool

    package init(g: Int, l: LocalTime, a: Bool = true) {
      self.g = g
      self.l = l
      self.a = a
    }

    package init?(_ view: JSONView) {
      let view = view.unwrapped
      guard let g = view.integer("G"), let l = view.text("L").flatMap({ WireDate.time($0) }) else { return nil }
      self.init(g: g, l: l, a: view.flag("A", default: true))
    }

    package var json: JSONValue {
      let minute = l.minute < 10 ? "0\(l.minute)" : "\(l.minute)"
      let hour = l.hour < 10 ? "0\(l.hour)" : "\(l.hour)"
      return .object(present: ["G": .integer(g), "L": .string("\(hour)h\(minute)"), "A": a ? nil : false])
    }
  }

  /// A period of `ListePeriodes`. Its `G` is 1 term, 2 half-year, 3 year, 0 other.
  package struct Periode: Sendable, Hashable {
    package var n: String?
    package var l: String
    package var g: Int
    package var periodeNotation: Int?
    package var dateDebut: LocalDate?
    package var dateFin: LocalDate?

    package init(
      n: String?,
      l: String,
      g: Int,
      periodeNotation: Int? = nil,
      dateDebut: LocalDate?,
      dateFin: LocalDate?
    ) {
      self.n = n
      self.l = l
      self.g = g
      self.periodeNotation = periodeNotation
      self.dateDebut = dateDebut
      self.dateFin = dateFin
    }

    package init?(_ view: JSONView) {
      let view = view.unwrapped
      guard let l = view.text("L") else { return nil }
      self.init(
        n: view.id("N"),
        l: l,
        g: view.integer("G") ?? 0,
        periodeNotation: view.integer("periodeNotation"),
        dateDebut: (try? view.date("dateDebut"))??.date,
        dateFin: (try? view.date("dateFin"))??.date
      )
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "L": .string(l),
        "G": .integer(g),
        "periodeNotation": periodeNotation.map { .integer($0) },
        "dateDebut": dateDebut.map { .wireDate($0) },
        "dateFin": dateFin.map { .wireDate($0) },
      ])
    }
  }

  /// Days off, first and last included.
  package struct JoursFeries: Sendable, Hashable {
    package var n: String?
    package var l: String
    package var dateDebut: LocalDate
    package var dateFin: LocalDate

    package init(n: String?, l: String, dateDebut: LocalDate, dateFin: LocalDate) {
      self.n = n
      self.l = l
      self.dateDebut = dateDebut
      self.dateFin = dateFin
    }

    package init?(_ view: JSONView) {
      let view = view.unwrapped
      guard let first = (try? view.date("dateDebut"))??.date else { return nil }
      let last = (try? view.date("dateFin"))??.date ?? first
      self.init(n: view.id("N"), l: view.text("L") ?? "", dateDebut: first, dateFin: max(first, last))
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "L": .string(l),
        "dateDebut": .wireDate(dateDebut),
        "dateFin": .wireDate(dateFin),
      ])
    }
  }

  /// A break, before the place that it names.
  package struct Recreation: Sendable, Hashable {
    package var l: String
    package var place: Int

    package init(l: String, place: Int) {
      self.l = l
      self.place = place
    }

    package init?(_ view: JSONView) {
      let view = view.unwrapped
      guard let place = view.integer("place") else { return nil }
      self.init(l: view.text("L") ?? "", place: place)
    }

    package var json: JSONValue { ["L": .string(l), "place": .integer(place)] }
  }
}
