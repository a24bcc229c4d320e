import PronoteWire
import SchoolModel
import Testing

/// Session document 6.3, 7.1, 7.2, 7.5 and 12.
@Suite struct `The calls of a login` {
  @Test(arguments: [nil, "0123456789ABCDEF"] as [String?])
  func `start with the seed`(identifiantNav: String?) throws {
    let request = FonctionParametres.Request(uuid: Vector.uuid, identifiantNav: identifiantNav)
    #expect(try request.sent() == request)
    let json = request.json.text()
    #expect(
      json == #"{"Uuid":"AAECAwQFBgcICQoLDA0ODw==","identifiantNav":\#(identifiantNav.map { "\"\($0)\"" } ?? "null")}"#
    )
    #expect(try FonctionParametres.Request(text: #"{"Uuid":"x"}"#).identifiantNav == nil)
    #expect(throws: WireError.self) { try FonctionParametres.Request(text: "{}") }
  }

  @Test func `name the account`() throws {
    var request = Identification.Request(genreEspace: 6, identifiant: "élève")
    #expect(try request.sent() == request)
    request.genreConnexion = 1
    request.pourENT = true
    request.enConnexionAuto = true
    request.demandeConnexionAuto = true
    request.enConnexionAppliMobile = true
    request.demandeConnexionAppliMobile = true
    request.demandeConnexionAppliMobileJeton = true
    request.uuidAppliMobile = "8B6C0A0E-0000-4000-8000-000000000000"
    #expect(try request.sent() == request)
    let sparse = try Identification.Request(text: #"{"identifiant":"a"}"#)
    #expect(sparse == Identification.Request(genreEspace: 0, identifiant: "a"))
    #expect(throws: WireError.self) { try Identification.Request(text: "{}") }
  }

  @Test func `bring a challenge`() throws {
    var answer = Identification.Response(alea: "é", challenge: "00", modeCompLog: 1, modeCompMdp: 0)
    answer.login = "Zoé"
    #expect(try answer.sent() == answer)
    #expect(answer.folding == .init(lowercasesLogin: true, lowercasesPassword: false))
    #expect(Identification.Response(challenge: "00").json["alea"] == nil)
    #expect(#expect(throws: WireError.self) { try Identification.Response(text: "{}") }?.location == "challenge")
  }

  @Test(arguments: [("0", 0), ("1", 1), ("2", 2), ("true", 1), ("false", 0), (#""1""#, 1), ("null", 0)])
  func `fold as the server says, in any form`(text: String, mode: Int) throws {
    let answer = try Identification.Response(
      text: #"{"challenge":"00","modeCompLog":\#(text),"modeCompMdp":\#(text)}"#
    )
    #expect(answer.modeCompLog == mode && answer.modeCompMdp == mode)
    #expect(answer.folding == .init(lowercasesLogin: mode > 0, lowercasesPassword: mode > 0))
  }

  @Test func `answer the challenge`() throws {
    let request = Authentification.Request(connexion: 1, challenge: Vector.answer, espace: 3)
    #expect(try request.sent() == request)
    #expect(throws: WireError.self) { try Authentification.Request(text: #"{"espace":3}"#) }
  }

  @Test func `bring the key`() throws {
    var answer = Authentification.Response()
    #expect(try answer.sent() == answer)
    answer.cle = Vector.sealedKey
    answer.libelleUtil = "DÉMO Élodie"
    answer.derniereConnexion = WireDate.parse("16/03/2021 18:42:07")
    answer.jetonConnexionAppliMobile = "ABCDEF"
    answer.login = "zoe"
    answer.actionsDoubleAuth = [3, 5]
    answer.modesPossibles = [1, 2, 3]
    answer.modeSecurisationParDefaut = 2
    #expect(try answer.sent() == answer)
    // Without ranges and only when not empty: two clients need it so (session document 1.4, 6.1).
    answer.actionsDoubleAuth = [1, 2, 3]
    #expect(answer.json["actionsDoubleAuth"]?["V"] == "[1,2,3]")
    answer.actionsDoubleAuth = []
    #expect(answer.json["actionsDoubleAuth"] == nil)
  }

  @Test func `bring a refusal`() throws {
    var answer = Authentification.Response()
    answer.acces = 9
    answer.accesTitre = "Connexion"
    answer.accesMessage = "Compte fermé"
    #expect(try answer.sent() == answer)
    #expect(try Authentification.Response(text: #"{"Acces":0}"#).acces == nil)
    #expect(try Authentification.Response(text: #"{"Acces":1}"#).acces == 1)
    #expect(try Authentification.Response(text: #"{"Acces":9,"AccesMessage":"non"}"#).accesMessage == "non")
  }

  @Test func `of before mid-2020 bring the user, too`() throws {
    var answer = Authentification.Response()
    answer.cle = "00"
    var user = ParametresUtilisateur.Response(ressource: .init(n: "46#a", l: "MARTIN Lou", g: 4), arbre: [["G": 7]])
    user.arbre = nil
    user.onglets = [7, 16]
    answer.utilisateur = user
    #expect(try answer.sent() == answer)
  }

  @Test func `keep alive and leave without arguments`() throws {
    #expect(try Navigation.Request(onglet: 16, ongletPrec: 88).sent() == Navigation.Request(onglet: 16, ongletPrec: 88))
    #expect(try Navigation.Request(text: "{}") == Navigation.Request(onglet: 7, ongletPrec: 7))
    let presence = Presence.call(NoPayload(), tab: Tab.home)
    #expect(presence == WireCall(function: "Presence", signature: WireSignature(onglet: 7)))
    #expect(SaisieDeconnexion.call(NoPayload()) == WireCall(function: "SaisieDeconnexion"))
    #expect(Navigation.call(.init(), tab: 7).payload?.text() == #"{"onglet":7,"ongletPrec":7}"#)
  }

  @Test func `sign from a tab, for a child`() throws {
    let child = WireElement(n: "46#c", l: "Lou", g: 4)
    let call = PageCahierDeTexte.call(.init(domaine: 3...4), tab: Tab.homework, member: child)
    #expect(call.signature?.json.text() == #"{"onglet":88,"membre":{"N":"46#c","G":4}}"#)
    let view = try JSONView(sending: #require(call.signature).json)
    #expect(WireSignature(view) == WireSignature(onglet: 88, membre: WireElement(n: "46#c", g: 4)))
    #expect(WireSignature(try JSONView(text: "{}")) == nil)
  }
}
