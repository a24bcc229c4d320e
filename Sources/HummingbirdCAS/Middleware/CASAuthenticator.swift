public import Hummingbird

/// Middleware that finds out who sent a request, and lets it pass either way.
///
/// Put ``CASSignInRequired`` behind it where nobody may be nobody.
///
/// ```swift
/// router.add(middleware: CASAuthenticator(cas))                      // Context.Identity is CASIdentity
/// router.add(middleware: CASAuthenticator(cas) { identity, _ in      // or something of yours
///   try await members.find(login: identity.user)                     // a value, nil, or a thrown error
/// })
/// ```
public struct CASAuthenticator<Context: CASRequestContext>: RouterMiddleware {
  private let protection: CASProtection
  private let find: @Sendable (CASIdentity, Context) async throws -> Context.Identity?

  /// Middleware that looks up what the application knows somebody as.
  ///
  /// - Parameter find: returns a value, nil for somebody whom the application does not know, or throws, which ends the
  ///   request.
  public init(
    _ protection: CASProtection,
    find: @escaping @Sendable (_ identity: CASIdentity, _ context: Context) async throws -> Context.Identity?
  ) {
    self.protection = protection
    self.find = find
  }

  /// Who sent a request: a value, nil for nobody, or a thrown error.
  public func authenticate(request: Request, context: Context) async throws -> Context.Identity? {
    guard let identity = try await protection.identity(for: request) else { return nil }
    return try await find(identity, context)
  }

  /// Sets the identity of the context and goes on.
  public func handle(
    _ request: Request,
    context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let identity = try await authenticate(request: request, context: context) else {
      return try await next(request, context)
    }
    var context = context
    context.identity = identity
    return try await next(request, context)
  }
}

extension CASAuthenticator where Context.Identity == CASIdentity {
  /// Middleware for contexts that hold the identity as CAS reported it.
  public init(_ protection: CASProtection) {
    self.init(protection) { identity, _ in identity }
  }
}
