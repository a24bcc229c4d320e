extension Identification {
  package struct Request: WireMessage, Hashable {
    /// 0 normal, 1 in class (teachers).
    package var genreConnexion: Int
    /// The number of the space.
    package var genreEspace: Int
    /// The login.
    package var identifiant: String
    /// Whether a portal (ENT) vouches for the user.
    package var pourENT: Bool
    package var enConnexionAuto: Bool
    package var demandeConnexionAuto: Bool
    /// Whether the password is an app token.
    package var enConnexionAppliMobile: Bool
    /// Whether an app token is asked for.
    package var demandeConnexionAppliMobile: Bool
    /// Whether the password comes from a QR code.
    package var demandeConnexionAppliMobileJeton: Bool
    /// The device, `""` when it is not an app.
    package var uuidAppliMobile: String

    package init(genreEspace: Int, identifiant: String) {
      genreConnexion = 0
      self.genreEspace = genreEspace
      self.identifiant = identifiant
      pourENT = false
      enConnexionAuto = false
      demandeConnexionAuto = false
      enConnexionAppliMobile = false
      demandeConnexionAppliMobile = false
      demandeConnexionAppliMobileJeton = false
      uuidAppliMobile = ""
    }

    package init(_ view: JSONView) throws(WireError) {
      genreConnexion = view.integer("genreConnexion") ?? 0
      genreEspace = view.integer("genreEspace") ?? 0
      identifiant = try view.requiredText("identifiant")
      pourENT = view.flag("pourENT")
      enConnexionAuto = view.flag("enConnexionAuto")
      demandeConnexionAuto = view.flag("demandeConnexionAuto")
      enConnexionAppliMobile = view.flag("enConnexionAppliMobile")
      demandeConnexionAppliMobile = view.flag("demandeConnexionAppliMobile")
      demandeConnexionAppliMobileJeton = view.flag("demandeConnexionAppliMobileJeton")
      uuidAppliMobile = view.text("uuidAppliMobile") ?? ""
    }

    package var json: JSONValue {
      [
        "genreConnexion": .integer(genreConnexion),
        "genreEspace": .integer(genreEspace),
        "identifiant": .string(identifiant),
        "pourENT": .bool(pourENT),
        "enConnexionAuto": .bool(enConnexionAuto),
        "demandeConnexionAuto": .bool(demandeConnexionAuto),
        "demandeConnexionAppliMobile": .bool(demandeConnexionAppliMobile),
        "demandeConnexionAppliMobileJeton": .bool(demandeConnexionAppliMobileJeton),
        "enConnexionAppliMobile": .bool(enConnexionAppliMobile),
        "uuidAppliMobile": .string(uuidAppliMobile),
        "loginTokenSAV": "",
      ]
    }
  }
}
