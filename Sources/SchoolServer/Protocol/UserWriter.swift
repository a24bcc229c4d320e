import Foundation
import PronoteWire
import SchoolModel

/// Answers ParametresUtilisateur for an account.
struct UserWriter {
  let context: FunctionContext

  func response() throws -> ParametresUtilisateur.Response {
    var response = ParametresUtilisateur.Response(
      ressource: try resource(),
      arbre: TabTree.json(for: context.space.space)
    )
    response.listeInformationsEtablissements = [card]
    response.onglets = TabTree.tabs(for: context.space.space)
    if context.space.space == .staff || context.space.space == .management {
      response.listeClasses = context.database.directory.classes.map { schoolClass in
        .init(
          n: context.ids.id(.schoolClass, schoolClass.key),
          l: schoolClass.name,
          estResponsable: false,
          niveau: schoolClass.level
        )
      }
    }
    response.extras = [
      .init(
        "autorisations",
        [
          "AvecDiscussion": true, "AvecDiscussionPersonnels": true, "AvecDiscussionProfesseurs": true,
          "tailleMaxDocJointEtablissement": 4_194_304, "tailleMaxRenduTafEleve": 5_242_880,
          "cours": [
            "domaineConsultationEDT": .wireSet(1...context.database.calendar.lastWeek, type: WireType.domain),
            "masquerPartiesDeClasse": false,
          ],
          "compte": ["avecSaisieMotDePasse": false, "avecInformationsPersonnelles": true],
        ]
      ),
      .init("autorisationsSession", ["fonctionnalites": .object([])]),
      .init("parametresUtilisateur", ["version": 1, "Communication": ["DiscussionNonLues": false]]),
      .init("listeOngletsNotification", []),
    ]
    return response
  }

  private func resource() throws -> ParametresUtilisateur.Ressource {
    let owner = context.account.person
    if owner.kind == .student, let student = try context.database.student(owner.key) {
      return resource(of: student)
    }
    var resource = ParametresUtilisateur.Ressource(
      n: context.ids.id(.person, owner.key),
      l: owner.label,
      g: owner.kind.rawValue
    )
    resource.etablissement = establishment
    if owner.kind == .guardian {
      resource.listeRessources = try context.database.children(ofGuardian: owner.key).map { self.resource(of: $0) }
    }
    return resource
  }

  private func resource(of student: StudentRecord) -> ParametresUtilisateur.Ressource {
    let ids = context.ids
    var resource = ParametresUtilisateur.Ressource(n: ids.id(.student, student.key), l: student.label, g: 4)
    resource.etablissement = establishment
    let schoolClass = WireElement(n: ids.id(.schoolClass, student.schoolClass.key), l: student.schoolClass.label)
    resource.classeDEleve = schoolClass
    resource.listeGroupes = student.groups.map { WireElement(n: ids.id(.group, $0.key), l: $0.name) }
    resource.listeOngletsPourPeriodes = [Tab.latestGrades, Tab.latestEvaluations, Tab.reportCard, Tab.schoolLife].map {
      periods(ofTab: $0)
    }
    resource.avecPhoto = student.person.hasPhoto
    resource.extras =
      [
        .init("estClasseRattachementduJour", false),
        .init(
          "listeClassesHistoriques",
          .elements([schoolClass.json.adding("courant", true).adding("AvecNote", true).adding("AvecFiliere", false)])
        ),
        .init("estDelegue", .bool(student.isDelegate)),
      ] + (student.isDelegate ? [.init("listeClassesDelegue", .elements([schoolClass.json]))] : [])
    return resource
  }

  private func periods(ofTab tab: Int) -> ParametresUtilisateur.OngletPeriodes {
    let calendar = context.school.calendar
    func element(_ period: PeriodRecord) -> WireElement {
      WireElement(n: context.ids.id(.period, period.key), l: period.name, g: 2)
    }
    var periods = calendar.terms.map(element)
    // School life starts with the year as a whole, which has no id.
    if tab == Tab.schoolLife { periods.insert(WireElement(l: "Année (Trois trimestres)", g: 1), at: 0) }
    return .init(g: tab, listePeriodes: periods, periodeParDefaut: calendar.currentPeriod.map(element))
  }

  private var establishment: WireElement {
    let establishment = context.database.establishment
    return WireElement(n: context.ids.id(.school, establishment.key), l: establishment.name)
  }

  private var card: ParametresUtilisateur.Etablissement {
    let establishment = context.database.establishment
    let lines = establishment.addressLines.filter { !$0.isEmpty }
    return .init(
      n: context.ids.id(.school, establishment.key),
      l: establishment.name,
      adresse: lines.prefix(2) + ["\(establishment.postcode) \(establishment.city)", establishment.country],
      siteInternet: establishment.website
    )
  }
}
