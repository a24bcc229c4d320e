import PronoteWire
import SchoolModel

extension Student {
  /// A student resource of ParametresUtilisateur.
  init(_ resource: ParametresUtilisateur.Ressource, ids: inout StableIDs) {
    let className = resource.classeDEleve?.l
    let schoolName = resource.etablissement?.l
    self.init(
      id: ids.next(StableID("student", resource.l, className ?? "", schoolName ?? "")),
      name: resource.l,
      className: className,
      schoolName: schoolName
    )
  }

  /// The students that an account is about: its owner, or a parent's children.
  static func list(of user: ParametresUtilisateur.Response) -> [Student] {
    var ids = StableIDs()
    return resources(of: user).map { Student($0, ids: &ids) }
  }

  /// The resources of ``list(of:)``, in the same order.
  static func resources(of user: ParametresUtilisateur.Response) -> [ParametresUtilisateur.Ressource] {
    let owner = user.ressource
    let isStudent = owner.g == ResourceKind.student.rawValue
    return owner.listeRessources.isEmpty && isStudent ? [owner] : owner.listeRessources
  }
}
