import PronoteWire
import SchoolModel

/// Answers FicheEleve: who a student is and who is responsible, for school-life staff (functions document 20.2).
enum StudentFileFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.studentList)
    let key = try context.ids.key(payload.element("Eleve")?.n, .student)
    guard let student = try context.database.student(key) else { throw ServerRefusal.unknownObject }
    let guardians = try context.database.guardians(ofStudent: key)
    return .object(present: [
      "Identite": payload.flag("AvecEleve", default: true) ? .element(identity(of: student)) : nil,
      "Responsables": payload.flag("AvecResponsables", default: true) ? .elements(guardians.map(guardian)) : nil,
    ])
  }

  private static func identity(of student: StudentRecord) -> JSONValue {
    identity(of: student.person, name: student.person.lastName)
      .adding("dateNaiss", .string(WireDate.text(student.birthDate)))
      .adding("villeNaiss", .string(student.birthPlace))
  }

  private static func guardian(_ guardian: GuardianRecord) -> JSONValue {
    identity(of: guardian.person, name: guardian.person.label)
      .adding("autoriseEmail", .bool(guardian.mayReceiveMail))
      .adding("autoriseRecupererEnfant", .bool(guardian.mayPickUp))
      .adding("contactUrgence", .bool(guardian.isEmergencyContact))
      .adding("lienParente", .string(guardian.relationship))
      .adding("niveauResponsabilite", .string(guardian.responsibility))
  }

  private static func identity(of person: PersonRecord, name: String) -> JSONValue {
    var identity = JSONValue.object(present: [
      "nom": .string(name),
      "prenom": .string(person.firstName),
      "email": .string(person.email),
      "telPort": person.phone.isEmpty ? nil : .string("0" + person.phone),
      "telFixe": person.landline.isEmpty ? nil : .string(person.landline),
      "CP": .string(person.postcode),
      "ville": .string(person.city),
      "pays": .string(person.country),
    ])
    for (index, name) in person.middleNames.prefix(2).enumerated() {
      identity = identity.adding("prenom\(index + 2)", .string(name))
    }
    for (index, line) in person.addressLines.enumerated() where !line.isEmpty {
      identity = identity.adding("adresse\(index + 1)", .string(line))
    }
    return identity
  }
}
