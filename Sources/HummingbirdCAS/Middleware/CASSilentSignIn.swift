import HTTPTypes
public import Hummingbird

/// Middleware that asks the CAS server once, without showing anything, whether somebody has signed in there already.
///
/// For pages that anybody may see and that greet those who are known (`gateway` in CAS). ``CASAuthenticator`` has to
/// stand in front of it. A browser is sent round once until it signs in; programs never are.
public struct CASSilentSignIn<Context: CASRequestContext>: RouterMiddleware {
  private let protection: CASProtection

  /// Middleware for pages of that application.
  public init(_ protection: CASProtection) {
    self.protection = protection
  }

  /// Sends a browser to the CAS server once, and goes on otherwise.
  public func handle(
    _ request: Request,
    context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard context.identity == nil, request.wantsPage,
      protection.cookies.loginCookie(in: request)?.hasTriedSilently != true,
      try await protection.identity(for: request) == nil,
      let path = protection.returnPath(request.pathAndQuery)
    else { return try await next(request, context) }
    return try LoginFlow(protection).begin(returningTo: path, attempt: 0, silently: true, for: request)
  }
}
