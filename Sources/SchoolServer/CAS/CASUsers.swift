import SchoolModel

/// The people who can sign in at the CAS issuer: every account of the school that is not disabled.
struct CASUsers: Sendable {
  let school: School

  /// The account that a name and a password open; nil for a wrong pair.
  ///
  /// The same name can open several spaces. The student's counts, or the first one without a student.
  func account(_ username: String, password: String) throws -> AccountRecord? {
    let accounts = try school.database.accounts().filter { $0.login == username && !$0.isDisabled }
    guard let account = accounts.first(where: { $0.space == .student }) ?? accounts.first else { return nil }
    return account.password == password ? account : nil
  }

  /// What services are told about whoever signed in; nil for an account that was switched off meanwhile.
  func attributes(of owner: CASSession.Owner) throws -> [CASAttribute]? {
    guard let key = owner.account else { return school.configuration.casAttributes(owner.attributes) }
    guard let account = try school.database.account(key: key), !account.isDisabled else { return nil }
    var attributes: [CASAttribute] = []
    if let person = try school.database.person(account.person.key) {
      attributes = [
        CASAttribute("mail", [person.email]),
        CASAttribute("displayName", ["\(person.firstName) \(person.lastName)"]),
        CASAttribute("sn", [person.lastName]),
        CASAttribute("givenName", [person.firstName]),
      ].filter { $0.values != [""] }
    }
    attributes.append(CASAttribute("memberOf", try groups(of: account)))
    return school.configuration.casAttributes(attributes)
  }

  /// The school itself, the space, and a student's class and groups or the classes of the children.
  private func groups(of account: AccountRecord) throws -> [String] {
    var groups = [school.database.establishment.name, account.space.name]
    if let student = try school.database.student(account.person.key) {
      groups += [student.schoolClass.label] + student.groups.map(\.name)
    }
    groups += try school.database.children(ofGuardian: account.person.key).map(\.schoolClass.label)
    return groups.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
