import PronoteWire
import SchoolModel

/// The sessions of a school, by number.
actor SessionTable {
  private let school: School
  private var sessions: [Int: SchoolSession] = [:]
  private var nextNumber: Int

  init(school: School) {
    self.school = school
    nextNumber = Int.random(in: 1_000_000...8_999_999)
  }

  /// A new session for a page.
  func open(space: SpaceNumber, number: Int, login: PortalLogin? = nil) -> SchoolSession {
    dropIdle()
    // Numbers are unpredictable enough not to be counted through, and never repeat.
    nextNumber += Int.random(in: 1...997)
    let session = SchoolSession(
      school: school,
      session: nextNumber,
      space: space,
      spaceNumber: number,
      portalLogin: login
    )
    sessions[nextNumber] = session
    return session
  }

  /// The session with a number.
  func session(_ number: Int) -> SchoolSession? {
    sessions[number]
  }

  /// Forgets a session.
  func close(_ number: Int) {
    sessions[number] = nil
    school.signIns.giveUp(session: number)
  }

  private func dropIdle() {
    sessions = sessions.filter { $0.value.lastUse.age < school.configuration.idleTime }
  }
}
