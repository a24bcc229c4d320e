import PronoteWire
import SchoolModel

/// Answers PageInfosPerso: the account's owner, how it is secured, and the calendar address (functions document 15, 4.1).
enum PersonalDataFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    // One client asks from the timetable, for the calendar address.
    try context.requireTab(Tab.personalData, Tab.timetable)
    guard let person = try context.database.person(try owner(context)) else { throw ServerRefusal.unknownObject }
    return [
      "Informations": information(person, context),
      "securisation": try protection(context),
      "iCal": ["liste": .elements(try calendars(context))],
    ]
  }

  /// Whose data is asked for: the account's owner, or the child that the signature names.
  private static func owner(_ context: FunctionContext) throws -> Int64 {
    let owner = context.account.person
    guard owner.kind == .guardian, let named = context.signature?.ressource?.n,
      let child = try? context.ids.key(named, .student)
    else { return owner.key }
    guard try context.database.children(ofGuardian: owner.key).contains(where: { $0.key == child }) else {
      throw ServerRefusal.accessDenied
    }
    return child
  }

  /// How the account is secured, as it is now, and its devices. The members of a device are those of
  /// SecurisationComptePreference (session document 9.4); the name of the list is this school's own.
  private static func protection(_ context: FunctionContext) throws -> JSONValue {
    let account = try context.database.account(key: context.account.key) ?? context.account
    let devices = try context.database.registeredDevices(account: account.key)
    return .object(present: [
      "mode": .integer(account.protection.mode.rawValue),
      "listeAppareils": devices.isEmpty ? nil : .elements(devices.map(device)),
    ])
  }

  private static func device(_ device: RegisteredDevice) -> JSONValue {
    [
      "identifiantSysteme": .string(device.identifier), "genreSource": .integer(device.source.rawValue),
      "libelleSaisi": .string(device.label ?? ""),
    ]
  }

  private static func information(_ person: PersonRecord, _ context: FunctionContext) -> JSONValue {
    let lines = person.addressLines + ["", "", "", ""]
    let student = context.database.directory.students[person.key]
    return .object(present: [
      "nom": .string(person.lastName),
      "prenoms": .string(([person.firstName] + person.middleNames).joined(separator: " ")),
      "civilite": .string(person.civility),
      "adresse1": .string(lines[0]),
      "adresse2": .string(lines[1]),
      "adresse3": .string(lines[2]),
      "adresse4": .string(lines[3]),
      "codePostal": .string(person.postcode),
      "ville": .string(person.city),
      "province": "",
      "pays": .string(person.country),
      "eMail": .string(person.email),
      "indicatifTel": .string(person.phonePrefix),
      "telephonePortable": .string(person.phone),
      "telephoneFixe": .string(person.landline),
      "indicatifFixe": .string(person.landline.isEmpty ? "" : person.phonePrefix),
      "fax": "",
      "numeroINE": student.map { .string($0.nationalNumber) },
    ])
  }

  private static func calendars(_ context: FunctionContext) throws -> [JSONValue] {
    guard [.student, .guardian, .teacher].contains(context.account.person.kind) else { return [] }
    let ticket = DocumentTicket(.calendar, [context.account.key, try context.timetableOwner()])
    // The hexadecimal form of `&o=0`: the timetable.
    return [["L": "Emploi du temps", "G": 0, "paramICal": .string(ticket.text), "paramSuppl": "266f3d30"]]
  }
}
