package import SchoolModel

extension Authentification {
  package struct Response: WireMessage, Hashable {
    /// The session key under the user key; its presence means success.
    package var cle: String?
    package var libelleUtil: String?
    package var derniereConnexion: LocalDateTime?
    package var jetonConnexionAppliMobile: String?
    package var login: String?
    /// Pending security steps; empty when none.
    package var actionsDoubleAuth: [Int]
    package var modesPossibles: [Int]
    package var modeSecurisationParDefaut: Int?
    package var reglesSaisieMDP: ReglesSaisieMDP?
    /// Whether a PIN has four digits exactly.
    package var codePINFixe: Bool?
    /// The label under which the server knows this device already.
    package var libelleSaisieExistant: String?
    package var messageForcerModificationMdp: String?
    /// Whether a forgotten PIN can be reset.
    package var avecReinitPIN: Bool?
    /// Where a reset code would be mailed to, mostly hidden.
    package var emailOcculte: String?
    /// The refusal; nil when there is none. 0 is none, too.
    package var acces: Int?
    package var accesTitre: String?
    package var accesMessage: String?
    /// Dialect a0: what later comes with ParametresUtilisateur.
    package var utilisateur: ParametresUtilisateur.Response?

    package init() {
      actionsDoubleAuth = []
      modesPossibles = []
    }

    package init(_ view: JSONView) throws(WireError) {
      cle = view.label("cle")
      libelleUtil = view.label("libelleUtil")
      derniereConnexion = try? view.date("derniereConnexion")
      jetonConnexionAppliMobile = view.label("jetonConnexionAppliMobile")
      login = view.label("login")
      actionsDoubleAuth = view.numbers("actionsDoubleAuth") ?? []
      modesPossibles = view.numbers("modesPossibles") ?? []
      modeSecurisationParDefaut = view.integer("modeSecurisationParDefaut")
      reglesSaisieMDP = try view.field("reglesSaisieMDP").map { regles throws(WireError) in try ReglesSaisieMDP(regles)
      }
      codePINFixe = view.optionalFlag("codePINFixe")
      libelleSaisieExistant = view.label("libelleSaisieExistant")
      messageForcerModificationMdp = view.label("messageForcerModificationMdp")
      avecReinitPIN = view.optionalFlag("avecReinitPIN")
      emailOcculte = view.label("emailOcculte")
      acces = view.integer("Acces").flatMap { $0 == 0 ? nil : $0 }
      let text = view.field("AccesMessage")
      accesTitre = text?.label("titre")
      accesMessage = text?.label("message") ?? text?.string
      utilisateur = view.field("ressource") == nil ? nil : try ParametresUtilisateur.Response(view)
    }

    package var json: JSONValue {
      let answer = JSONValue.object(present: [
        "libelleUtil": libelleUtil.map { .string($0) },
        "cle": cle.map { .string($0) },
        "derniereConnexion": derniereConnexion.map { .wireDate($0) },
        "jetonConnexionAppliMobile": jetonConnexionAppliMobile.map { .string($0) },
        "login": login.map { .string($0) },
        // Left out when empty: one client takes any value as pending. Without ranges: another parses it as JSON.
        "actionsDoubleAuth": actionsDoubleAuth.isEmpty
          ? nil
          : .typed(WireType.numbers, .string("[" + actionsDoubleAuth.map(String.init).joined(separator: ",") + "]")),
        "modesPossibles": modesPossibles.isEmpty ? nil : .wireSet(modesPossibles),
        "modeSecurisationParDefaut": modeSecurisationParDefaut.map { .integer($0) },
        "reglesSaisieMDP": reglesSaisieMDP.map(\.json),
        "codePINFixe": codePINFixe.map { .bool($0) },
        "libelleSaisieExistant": libelleSaisieExistant.map { .string($0) },
        "messageForcerModificationMdp": messageForcerModificationMdp.map { .string($0) },
        "avecReinitPIN": avecReinitPIN.map { .bool($0) },
        "emailOcculte": emailOcculte.map { .string($0) },
        "Acces": acces.map { .integer($0) },
        "AccesMessage": accesMessage.map { ["titre": .string(accesTitre ?? ""), "message": .string($0)] },
      ])
      guard let utilisateur, case .object(let members) = answer, case .object(let more) = utilisateur.json else {
        return answer
      }
      return .object(members + more)
    }
  }
}
