import PronoteWire
import SchoolModel

/// Who calls, from which tab, and what the session knows: everything that a function needs besides its request.
struct FunctionContext: Sendable {
  let school: School
  let session: Int
  let space: SpaceNumber
  let account: AccountRecord
  let ids: WireIDs
  let signature: WireSignature?

  var database: SchoolDatabase { school.database }
  var profile: WireProfile { school.profile }

  /// The tab that the call names.
  ///
  /// - Throws: ``ServerRefusal`` 3 when the account does not have it, or the call names none.
  func requireTab(_ allowed: Int...) throws {
    guard let tab = signature?.onglet, TabTree.tabs(for: space.space).contains(tab),
      allowed.isEmpty || allowed.contains(tab)
    else { throw ServerRefusal.accessDenied }
  }

  /// The student whom the call is about: the account's owner, the child that the signature names, or the first child.
  ///
  /// - Throws: ``ServerRefusal`` 3 for a child of somebody else and for accounts without students, 22 for an id of
  ///   another session.
  func student() throws -> StudentRecord {
    let owner = account.person
    if owner.kind == .student, let student = try database.student(owner.key) { return student }
    guard owner.kind == .guardian else { throw ServerRefusal.accessDenied }
    let children = try database.children(ofGuardian: owner.key)
    guard let named = signature?.membre?.n else {
      guard let first = children.first else { throw ServerRefusal.accessDenied }
      return first
    }
    let key = try ids.key(named, .student)
    guard let child = children.first(where: { $0.key == key }) else { throw ServerRefusal.accessDenied }
    return child
  }

  /// The period that a request names.
  func period(_ element: WireElement) throws -> PeriodRecord {
    guard let period = database.calendar.period(try ids.key(element.n, .period)) else {
      throw ServerRefusal.unknownObject
    }
    return period
  }
}
