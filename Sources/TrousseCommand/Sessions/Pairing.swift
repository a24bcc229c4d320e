import AccountVault
import Pronote

/// `login` and `reauthenticate`: pairs, stores, and tells which account it is.
enum Pairing {
  /// Pairs, and prints the account.
  ///
  /// - Parameters:
  ///   - id: the stored account whose credentials are replaced.
  ///   - isAnyAccount: whether it may become another one.
  static func run(
    _ signIn: SignInOptions,
    replacing id: String?,
    asAnyAccount isAnyAccount: Bool = false,
    _ options: GlobalOptions
  ) async throws {
    let console = options.console
    let vault = try options.openVault()
    // A store that refuses to be read is better noticed before the school is asked.
    let known = try await vault.store.accounts().map(\.id)
    if let id, try await vault.store.account(id: id) == nil { throw CommandFailure.noAccount(id) }
    let target = try signIn.target()
    let credentials: Credentials
    if let given = target.credentials {
      credentials = given
    } else {
      let ticket = try await PortalChain.ticket(
        for: target.school,
        space: target.space,
        portal: signIn.portal ?? "auto",
        signIn: signIn,
        in: vault,
        options
      )
      credentials = .portal(ticket, device: AppDevice())
    }
    let account = try await Connection.open(options) { client in
      console.progress("Signing in")
      defer { console.progress(nil) }
      let pairing = try await client.pair(
        school: target.school,
        space: target.space,
        credentials: credentials,
        in: vault,
        replacing: id,
        asAnyAccount: isAnyAccount,
        isUnattended: options.isUnattended
      )
      console.progress(nil)
      let session: PronoteSession
      do {
        session =
          switch pairing.step {
          case .signedIn(let session): session
          case .needsSecondFactor(let factor):
            try await signIn.person.answers.answer(factor, isUnattended: options.isUnattended)
          }
      } catch {
        // A new account that never opened is of no use; one that was there before keeps its id.
        if !known.contains(pairing.account) { _ = try? await vault.remove(id: pairing.account) }
        throw error
      }
      await Connection.warnIfNewer(session)
      return pairing.account
    }
    guard let stored = try await vault.store.account(id: account) else { throw CommandFailure.noAccount(account) }
    if console.isJSON {
      try console.print(stored.loginJSON)
    } else {
      try console.print([stored.id])
      let details = stored.details
      Console.warn("Stored \(details.name.printable) (\(details.space)) of \(details.schoolName.printable).")
    }
  }
}
