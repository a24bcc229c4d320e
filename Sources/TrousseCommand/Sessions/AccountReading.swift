import AccountVault
import Foundation
import Pronote
import PronoteWire
import SchoolModel

extension GlobalOptions {
  /// Opens the session of the chosen account, reads and prints something. The session is kept for the next command.
  ///
  /// - Parameter subject: what the command is about, which decides about the account.
  func withSession(
    about subject: AccountChoice.Subject = .account,
    _ body: (PronoteSession, Console) async throws -> Void
  ) async throws {
    let console = console
    let vault = try openVault()
    let account = try await AccountChoice(account: account, child: child, about: subject).account(in: vault)
    try await Connection.open(self) { client in
      console.progress("Opening \(account.details.schoolName.printable)")
      defer { console.progress(nil) }
      let session: PronoteSession
      switch try await client.openSession(of: account.id, in: vault, isFresh: fresh, isUnattended: isUnattended) {
      case .signedIn(let open): session = open
      case .needsSecondFactor(let factor):
        console.progress(nil)
        session = try await SecondFactorAnswers.none.answer(factor, isUnattended: isUnattended)
      }
      await Connection.warnIfNewer(session)
      try await body(session, console)
    }
  }

  /// Reads a page of the student that was chosen, or of each with `--child all`, and prints it.
  func readStudents(
    _ step: String,
    _ page: (PronoteSession, Student) async throws -> some Readable
  ) async throws {
    try await withSession(about: .student) { session, console in
      let students = await session.students
      guard !students.isEmpty else {
        throw StudentChoice.none(in: session.space.name)
      }
      console.progress(step)
      guard StudentChoice.isAll(child) else {
        let student = try StudentChoice.student(named: child, among: students) ?? students[0]
        return try console.print(await page(session, student))
      }
      var pages: [any Readable] = []
      for student in students { pages.append(try await page(session, student)) }
      try console.print(EachStudent(pages: pages))
    }
  }
}

/// One page of each student of an account.
private struct EachStudent: Readable {
  let pages: [any Readable]

  var json: JSONValue { ["students": .array(pages.map(\.json))] }

  var diagnostics: [Diagnostic] { pages.flatMap(\.diagnostics) }

  func lines(in terminal: Terminal) -> [String] {
    Array(pages.map { $0.lines(in: terminal) }.joined(separator: [""]))
  }
}

extension DateOptions {
  /// The days that were asked for, by the school's calendar and clock.
  func days(of session: PronoteSession) async throws -> ClosedRange<LocalDate> {
    let profile = await session.profile
    return try selection.days(
      today: await session.today,
      firstMonday: profile.year.firstMonday
    )
  }
}

extension Console {
  /// Prints a result as JSON or, for people, as lines; what could not be read goes to standard error.
  func print(_ result: some Readable) throws {
    progress(nil)
    if isJSON {
      try print(result.json)
    } else {
      try print(result.lines(in: output))
      for diagnostic in result.diagnostics { Console.warn("trousse: not read: \(diagnostic.description.printable)") }
    }
  }
}
