import Foundation
import PronoteWire
import SchoolModel

/// Who the account is about, and which ids the server gave them in this session.
struct AccountDirectory: Sendable {
  let displayName: String
  private(set) var students: [Student] = []
  private(set) var profile: SchoolProfile
  let parameters: FonctionParametres.Response
  private var user: ParametresUtilisateur.Response
  private var resources: [String: ParametresUtilisateur.Ressource] = [:]
  private let school: School
  private let opened: Date

  init(outcome: LoginStateMachine.Outcome, school: School) {
    displayName = outcome.displayName
    parameters = outcome.parameters
    user = outcome.user
    self.school = school
    opened = outcome.opened
    let zone = outcome.parameters.pourNouvelleCaledonie ? School.newCaledonia : school.timeZone
    profile = SchoolProfile(outcome.parameters, user: outcome.user, timeZone: zone)
    indexStudents()
  }

  /// The day at the school at a time: by the clock that the server showed when the session was opened, or by the local
  /// one in the school's zone when the server did not say.
  ///
  /// A kept session can be older than a day; a school that plays another day goes on from there.
  func today(at now: Date) -> LocalDate {
    guard let clock = parameters.dateServeurHttp else { return LocalDateTime(now, in: profile.timeZone).date }
    let elapsed = max(0, now.timeIntervalSince(opened))
    return LocalDateTime(clock.instant(in: profile.timeZone).addingTimeInterval(elapsed), in: profile.timeZone).date
  }

  /// Takes fresh ids.
  mutating func replaceUser(_ user: ParametresUtilisateur.Response) {
    self.user = user
    indexStudents()
  }

  private mutating func indexStudents() {
    students = Student.list(of: user)
    resources = Dictionary(
      zip(students.map(\.id), Student.resources(of: user)),
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Whether the account has a tab. An account without any list of tabs is taken to have them all.
  func has(_ tab: Int) -> Bool {
    user.onglets.isEmpty || user.has(tab)
  }

  /// The ids of a student in this session.
  func resource(for student: Student) throws -> ParametresUtilisateur.Ressource {
    guard let resource = resources[student.id] else {
      throw PronoteError(.unknownStudent, "this account is not about that student")
    }
    return resource
  }

  /// The element that names whose timetable is asked for: a student, or the account's owner.
  func element(for student: Student?) throws -> WireElement {
    let resource = try student.map { try self.resource(for: $0) } ?? user.ressource
    return WireElement(n: resource.n, l: resource.l, g: resource.g)
  }

  /// The `membre` of a signature: the child, in accounts that have children; nil in others.
  func member(for student: Student) throws -> WireElement? {
    let resource = try resource(for: student)
    guard !user.ressource.listeRessources.isEmpty else { return nil }
    return WireElement(n: resource.n, g: ResourceKind.student.rawValue)
  }

  /// The child to name in calls that are about no child in particular.
  var defaultMember: WireElement? {
    user.ressource.listeRessources.first.map { WireElement(n: $0.n, g: ResourceKind.student.rawValue) }
  }

  /// The periods of a student's grades: those of the tab, or all of the year.
  func periods(for student: Student) -> [GradingPeriod] {
    let wanted = gradeTab(of: student)?.listePeriodes.filter { $0.n != nil } ?? []
    let known = wanted.compactMap { period in profilePeriod(id: period.n) }
    return known.isEmpty ? profile.periods : known
  }

  func currentPeriod(for student: Student) -> GradingPeriod? {
    gradeTab(of: student)?.periodeParDefaut.flatMap { profilePeriod(id: $0.n) } ?? periods(for: student).first
  }

  /// The wire's element of a period, valid in this session.
  func element(for period: GradingPeriod) throws -> WireElement {
    guard let index = profile.periods.firstIndex(where: { $0.id == period.id }) else {
      throw PronoteError(.unknownPeriod, "this student has no period “\(period.name)”")
    }
    let periode = parameters.general.listePeriodes[index]
    return WireElement(n: periode.n, l: periode.l, g: 2)
  }

  private func gradeTab(of student: Student) -> ParametresUtilisateur.OngletPeriodes? {
    let tabs = resources[student.id]?.listeOngletsPourPeriodes ?? []
    return tabs.first { $0.g == Tab.latestGrades } ?? tabs.first
  }

  private func profilePeriod(id: String?) -> GradingPeriod? {
    parameters.general.listePeriodes.firstIndex { $0.n == id }.map { profile.periods[$0] }
  }
}
