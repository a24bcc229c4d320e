import CAS
import LemonLDAP
import TestSupport
import WebSession
import WebTransport

/// A portal that runs, whoever wrote it.
struct TestPortal: Sendable {
  let name: String
  let url: String
  let certificateAuthority: String?
  let transport: AsyncHTTPTransport
  /// The codes that were mailed to a user so far, the latest one last.
  let mailCodes: @Sendable (_ user: String) async throws -> [String]

  private let end: @Sendable () async -> Void
  private let mailReaders = Turnstile(1)

  init(
    name: String,
    url: String,
    certificateAuthority: String?,
    mailCodes: @escaping @Sendable (_ user: String) async throws -> [String],
    end: @escaping @Sendable () async -> Void
  ) throws {
    self.name = name
    self.url = url
    self.certificateAuthority = certificateAuthority
    self.mailCodes = mailCodes
    self.end = end
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.extraTrustRoots = certificateAuthority
    transport = try AsyncHTTPTransport(configuration: configuration)
  }

  /// Ends it.
  func stop() async {
    try? await transport.shutdown()
    await end()
  }

  /// The client that is tested.
  func portal(
    over transport: (any Transport)? = nil,
    configuration: LemonLDAPPortal.Configuration = .init()
  ) throws -> LemonLDAPPortal {
    try LemonLDAPPortal(url: url, transport: transport ?? self.transport, configuration: configuration)
  }

  /// Begins to sign in.
  func signIn(
    _ account: PortalAccount,
    remembering isRemembering: Bool = false,
    trusted: TrustedBrowser? = nil,
    over transport: (any Transport)? = nil
  ) async throws -> PortalStep {
    try await portal(over: transport)
      .signIn(username: account.name, password: account.password, remembering: isRemembering, trusted: trusted)
  }

  /// The application's side.
  func client() throws -> CASClient {
    CASClient(
      configuration: try CASClient.Configuration(server: "\(url)cas", serviceBase: PortalServices.base),
      transport: transport
    )
  }

  /// Mails of two tests for one user cannot be told apart: one test at a time.
  func readingMail<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    try await mailReaders.pass(body)
  }
}
