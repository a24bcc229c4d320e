import HTTPTypes
public import Hummingbird

/// Middleware that lets nobody pass who has not signed in. ``CASAuthenticator`` has to stand in front of it.
///
/// A program is told so with status 401 and `{"error":{"code":"signInRequired",…}}`: a script in a page
/// (`Sec-Fetch-Mode`, `X-Requested-With`), anything that asks for JSON or sends something else than a `GET`. A browser
/// that opens a page is sent to sign in and comes back to that page, or is shown a page with status 401; so it is after
/// sending a form, which a redirect would lose. Somebody who has signed in but whom the application does not know gets status
/// 403, because signing in again would not help.
public struct CASSignInRequired<Context: CASRequestContext>: RouterMiddleware {
  /// What happens to a browser that has not signed in.
  public enum Answer: Sendable {
    /// It is sent to sign in.
    case signIn
    /// It is shown a page with status 401 that offers to sign in.
    case refuse
  }

  private let protection: CASProtection
  private let answer: Answer

  /// Middleware that sends browsers to sign in, unless told otherwise.
  public init(_ protection: CASProtection, answer: Answer = .signIn) {
    self.protection = protection
    self.answer = answer
  }

  /// Goes on with an identity, and answers in its place without one.
  public func handle(
    _ request: Request,
    context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard context.identity == nil else {
      var response = try await next(request, context)
      // What signed-in people see is not for caches, and not for the back button after signing out.
      if !response.headers.contains(.cacheControl) { response.headers[.cacheControl] = "private, no-store" }
      return response
    }
    let isKnownToServer = try await protection.identity(for: request) != nil
    let notice =
      isKnownToServer
      ? CASNotice.notAllowed()
      : CASNotice.signInRequired(signIn: protection.signInURL(returningTo: request.pathAndQuery))
    if request.wantsData { return protection.answer(notice, asData: true) }
    if isKnownToServer || answer == .refuse || !request.canBeRepeated { return protection.answer(notice) }
    return .casRedirect(to: protection.signInURL(returningTo: request.pathAndQuery))
  }
}
