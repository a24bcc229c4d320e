import PronoteWire
import SchoolModel

extension FunctionContext {
  /// The id of a person. Students have a kind of id of their own, as on real servers.
  func id(of person: PersonReference) -> String {
    ids.id(person.kind == .student ? .student : .person, person.key)
  }

  /// The key of the person that an element names.
  ///
  /// - Throws: ``ServerRefusal`` 22 for an id of another session, 20 for one that is no person's.
  func personKey(_ id: String?) throws -> Int64 {
    do {
      return try ids.key(id, .person)
    } catch let refusal where refusal == .unknownObject {
      return try ids.key(id, .student)
    }
  }

  /// The period that the `periode` of a request names.
  ///
  /// - Throws: ``ServerRefusal`` 20 when there is none.
  func period(in payload: JSONView) throws -> PeriodRecord {
    guard let element = payload.element("periode") else { throw ServerRefusal.unknownObject }
    return try period(element)
  }

  /// Whose timetable the account sees: a teacher's own, otherwise the student's.
  func timetableOwner() throws -> Int64 {
    account.person.kind == .teacher ? account.person.key : try student().key
  }

  /// An attachment list.
  func attachments(_ attachments: [AttachmentRecord]) -> JSONValue {
    .elements(attachments.map { NotebookFunction.attachment($0, self).json })
  }
}
