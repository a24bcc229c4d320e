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
  /// - Returns: what it printed.
  func run<Seen: Decodable>(_ program: String, _ seen: Seen.Type, _ database: SchoolDatabase) async throws -> Seen {
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
    let outcome = try await school.run { address in
      let request: JSONValue = [
        "root": .string(address.root), "today": .string(today.description), "accounts": .object(accounts),
      ]
      return try await ChildProcess.run(
        python,
        [Judges.script(program)],
        input: Data(request.bytes()),
        deadline: .seconds(120)
      )
    }
    try #require(outcome.status == 0, "\(outcome.errors)")
    let decoder = JSONDecoder()
    decoder.dataDecodingStrategy = .base64
    return try decoder.decode(Seen.self, from: outcome.output)
  }
}
