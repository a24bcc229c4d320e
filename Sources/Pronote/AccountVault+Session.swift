public import AccountVault
import SchoolModel
public import WebSession

extension AccountVault {
  /// Opens the session of a stored account, hands it to `body`, and keeps it for the next time. No request of its own where a
  /// session is kept, five otherwise.
  ///
  /// Everything that an account needs is in this scope: its lock, its rotating token, the session that goes on between
  /// processes, and the request budgets of the account and of the school's host.
  ///
  /// ```swift
  /// try await AsyncHTTPTransport.withTransport { transport in
  ///   try await vault.withSession(of: "h7kq2mxd", over: transport) { session in
  ///     let monday = await session.today.monday
  ///     print(try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6)))
  ///   }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - id: the id of the account.
  ///   - transport: what carries the requests.
  ///   - configuration: how calls behave.
  ///   - isUnattended: whether this program is unattended: its requests are spaced then, and nothing is sent at
  ///     night and in the school's holidays.
  ///   - isFresh: whether to sign in anew, whatever is kept.
  /// - Throws: `PronoteError` with code `needsSecondFactor` when a person is wanted (``PronoteClient/openSession(of:in:isFresh:isUnattended:)``
  ///   hands over what is wanted), or as that method; `VaultError`; `BudgetError`; what `body` throws.
  public func withSession<Result>(
    of id: String,
    over transport: any Transport,
    configuration: PronoteClient.Configuration = PronoteClient.Configuration(),
    isUnattended: Bool = false,
    isFresh: Bool = false,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (PronoteSession) async throws -> Result
  ) async throws -> Result {
    let client = PronoteClient(transport: transport, configuration: configuration)
    switch try await client.openSession(of: id, in: self, isFresh: isFresh, isUnattended: isUnattended) {
    case .signedIn(let session): return try await body(session)
    case .needsSecondFactor(let factor):
      await factor.cancel()
      throw PronoteError(
        .needsSecondFactor,
        "the account wants a person first: \(factor.summary)",
        facts: .init(step: "SecurisationCompteDoubleAuth")
      )
    }
  }
}
