import AccountVault
import Foundation
import Pronote
import SchoolModel

extension GlobalOptions {
  /// Signs in to the chosen account, reads and prints something, and signs out.
  func withSession(_ body: (PronoteSession, Console) async throws -> Void) async throws {
    let console = console
    let vault = try openVault()
    let account = try await vault.chosenAccount(account)
    let school = try School(url: account.details.school)
    try await Connection.open(self, school: school, account: account.id, in: vault) { client, budgets in
      try await Connection.withSession(console) {
        try await client.signIn(account: account.id, in: vault, budgets: budgets, isUnattended: isUnattended)
      } answer: {
        try await SecondFactorAnswers.none.answer($0, isUnattended: isUnattended)
      } body: { session in
        try await body(session, console)
      }
    }
  }

  /// The student that a command reads about; nil for accounts without students.
  func student(of session: PronoteSession) async throws -> Student? {
    try StudentChoice.student(named: child, among: await session.students)
  }

  /// The student that a command reads about.
  ///
  /// - Throws: ``CommandFailure`` for accounts without students.
  func requiredStudent(of session: PronoteSession) async throws -> Student {
    guard let student = try await student(of: session) else {
      throw CommandFailure.usage("the account (\(session.space.name)) has no students", code: .unknownStudent)
    }
    return student
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
