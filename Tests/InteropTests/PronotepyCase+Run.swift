import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing

extension PronotepyCase {
  /// The accounts that the programs sign in with: their name there, login, space.
  private static let accounts: [(name: String, login: String, space: AccountSpace)] = [
    ("student", "demonstration", .student), ("parent", "demonstration", .parent),
    ("staff", "demonstration2", .staff), ("accents", "accents", .student), ("pin", "pin", .student),
    ("disabled", "inactif", .student),
  ]

  /// Runs one of our programs, which drives pronotepy, against a fresh school.
  ///
  /// - Parameters:
  ///   - prepare: makes more to hand to the program, when the school runs.
  ///   - follow: goes on with what the program saw, while the school still runs.
  /// - Returns: what it printed.
  @discardableResult
  func run<Seen: Decodable & Sendable>(
    _ program: String,
    _ seen: Seen.Type,
    _ database: SchoolDatabase,
    preparing prepare: @escaping @Sendable (SchoolAddress) async throws -> [JSONValue.Member] = { _ in [] },
    following follow: @escaping @Sendable (SchoolAddress, Seen) async throws -> Void = { _, _ in }
  ) async throws -> Seen {
    let python = try Judges.python(pronotepy: pronotepy)
    let accounts = try PronotepyCase.accounts.map { name, login, space in
      let account = try #require(try database.account(login: login, space: space))
      return JSONValue.Member(
        name,
        .object(present: [
          "username": .string(account.login), "password": .string(account.password),
          "pin": account.pin.map { .string($0) },
        ])
      )
    }
    let today = database.calendar.today
    return try await school.run { address in
      let request: [JSONValue.Member] = [
        .init("root", .string(address.root)), .init("today", .string(today.description)),
        .init("accounts", .object(accounts)),
      ]
      let input = JSONValue.object(request + (try await prepare(address)))
      let outcome = try await ChildProcess.run(
        python,
        [Judges.script(program)],
        input: Data(input.bytes()),
        deadline: .seconds(120)
      )
      try #require(outcome.status == 0, "\(outcome.errors)")
      let decoder = JSONDecoder()
      decoder.dataDecodingStrategy = .base64
      let seen = try decoder.decode(Seen.self, from: outcome.output)
      try await follow(address, seen)
      return seen
    }
  }
}
