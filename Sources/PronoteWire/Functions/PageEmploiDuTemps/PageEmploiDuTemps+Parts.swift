extension PageEmploiDuTemps {
  /// A line of a lesson's box: subject, teacher, room, group, or plain text.
  package struct Contenu: Sendable, Hashable {
    package var n: String?
    package var l: String
    /// The kind as sent; see ``ResourceKind`` for the shift between versions. Nil for plain text.
    package var g: Int?
    /// Whether it is the title of a detention.
    package var estHoraire: Bool

    package init(n: String? = nil, l: String, g: Int?, estHoraire: Bool = false) {
      self.n = n
      self.l = l
      self.g = g
      self.estHoraire = estHoraire
    }

    package init(_ view: JSONView) {
      let view = view.unwrapped
      self.init(
        n: view.id("N"),
        l: view.label("L") ?? "",
        g: view.integer("G"),
        estHoraire: view.flag("estHoraire")
      )
    }

    package var json: JSONValue {
      .object(present: [
        "L": .string(l),
        "N": n.map { .string($0) },
        "G": g.map { .integer($0) },
        "estHoraire": estHoraire ? true : nil,
      ])
    }
  }

  /// The notebook entry of a lesson.
  package struct CahierDeTextes: Sendable, Hashable {
    package var n: String?
    /// Whether a test is planned.
    package var estDevoir: Bool
    /// Content categories (functions document 10.3): 3 is a class test, 4 an oral one.
    package var originesCategorie: [WireElement]

    package init(n: String?, estDevoir: Bool, originesCategorie: [WireElement] = []) {
      self.n = n
      self.estDevoir = estDevoir
      self.originesCategorie = originesCategorie
    }

    package init(_ view: JSONView) {
      self.init(
        n: view.id("N"),
        estDevoir: view.flag("estDevoir"),
        originesCategorie: view.elements("originesCategorie")
      )
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "estDevoir": estDevoir ? true : nil,
        "originesCategorie": .elements(originesCategorie.map(\.json)),
      ])
    }
  }

  /// A video conference.
  package struct Visio: Sendable, Hashable {
    package var n: String?
    package var url: String
    package var libelleLien: String?
    /// Whether `url` goes in an envelope (2025 and later) or bare.
    package var enEnveloppe: Bool

    package init(n: String?, url: String, libelleLien: String?, enEnveloppe: Bool = true) {
      self.n = n
      self.url = url
      self.libelleLien = libelleLien
      self.enEnveloppe = enEnveloppe
    }

    package init?(_ view: JSONView) {
      let view = view.unwrapped
      guard let url = view.label("url") else { return nil }
      self.init(
        n: view.id("N"),
        url: url,
        libelleLien: view.label("libelleLien"),
        enEnveloppe: view["url"]?.isObject ?? false
      )
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "url": enEnveloppe ? .typed(WireType.rawText, .string(url)) : .string(url),
        "libelleLien": libelleLien.map { .string($0) },
      ])
    }
  }

  /// A student's exemption from a lesson: an element, or a mere flag.
  package struct Dispense: Sendable, Hashable {
    package var l: String?
    package var maison: Bool
    package var obligatoire: Bool

    package init(l: String?, maison: Bool, obligatoire: Bool) {
      self.l = l
      self.maison = maison
      self.obligatoire = obligatoire
    }

    /// Nil when there is none, or it says false.
    package init?(_ view: JSONView?) {
      guard let view, view.bool != false, view.int != 0 else { return nil }
      self.init(l: view.label("L"), maison: view.flag("maison"), obligatoire: view.flag("obligatoire"))
    }

    package var json: JSONValue {
      .object(present: ["L": l.map { .string($0) }, "maison": .bool(maison), "obligatoire": .bool(obligatoire)])
    }
  }
}
