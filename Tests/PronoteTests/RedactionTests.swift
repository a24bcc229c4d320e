import AccountVault
import Foundation
import Pronote
import SchoolModel
import SchoolServer
import SchoolTesting
import Testing
import WebSession

/// What values say of themselves, printed, debugged and dumped: never a secret.
@Suite struct RedactionTests {
  private static let secret = "S3cr3t-jeton"

  private static func texts(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return String(describing: value) + String(reflecting: value) + dumped
  }

  private static var account: StoredAccount {
    let details = AccountDetails(
      school: "https://school.example/pronote",
      schoolName: "School",
      space: "student",
      username: "lou",
      timeZone: "Europe/Paris",
      name: "Lou",
      students: []
    )
    var account = StoredAccount(details: details, created: Date(), deviceID: secret, token: Secret(secret))
    account.browserIdentity = secret
    return account
  }

  @Test func `Credentials and accounts do not print what they hold`() throws {
    let device = AppDevice(id: "device")
    let token = AppToken(login: "lou", token: Secret(Self.secret), device: device)
    let values: [Any] = [
      Credentials.password(username: "lou", password: Secret(Self.secret)),
      Credentials.pairing(username: "lou", password: Secret(Self.secret), device: device),
      Credentials.pairingCode(.init(login: "lou", token: Secret(Self.secret)), device: device),
      Credentials.appToken(token), token, Self.account, VaultProtection.passphrase(Secret(Self.secret)),
    ]
    for value in values { #expect(!Self.texts(value).contains(Self.secret), "\(type(of: value))") }
    #expect(Self.texts(Self.account).contains(Self.account.details.name), "the rest is there")
  }

  @Test func `PINs do not print their digits`() throws {
    #expect(!Self.texts(try AccountPIN("90417386")).contains("9041"))
    #expect(!Self.texts(try PairingPIN("7193")).contains("7193"))
    let values: [Any] = [[try PairingPIN("7193")], ["pin": try AccountPIN("90417386")]]
    for value in values { #expect(!Self.texts(value).contains("7193") && !Self.texts(value).contains("9041")) }
  }

  @Test func `A pairing code prints its address`() throws {
    let cipher = String(repeating: "0A1B2C3D", count: 8)
    let code = try PairingCode(
      decoding: #"{"jeton":"\#(cipher)","login":"\#(cipher)","url":"https://school.example/pronote/mobile.eleve.html"}"#
    )
    #expect(!Self.texts(code).contains("0A1B2C3D"))
    #expect(Self.texts(code).contains("school.example"))
    #expect(code.text.contains(cipher), "the text is there for whoever asks for it")
  }

  @Test func `A session and what it is made of do not print their keys`() async throws {
    try await RunningSchool.with { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      let client = PronoteClient(transport: transport)
      let pairing = try await client.pair(
        school: School(url: address.root),
        space: .student,
        credentials: .pairing(username: "demonstration", password: Secret("pronotevs"), device: AppDevice()),
        in: vault
      )
      let account = try #require(try await vault.store.account(id: pairing.account))
      let printed = Self.texts(pairing) + Self.texts(pairing.step) + Self.texts(account)
      for secret in ["pronotevs", account.token.reveal(), account.deviceID] { #expect(!printed.contains(secret)) }
      guard case .needsSecondFactor(let factor) = try await RunningSchool.signIn(address, transport, username: "pin"),
        case .enterPIN(let entry)? = factor.steps.first
      else { throw PronoteError(.badChoice, "no factor") }
      try await entry.enter(AccountPIN("1234"))
      #expect(!(Self.texts(factor) + Self.texts(entry)).contains("pronotevs"))
    }
  }
}
