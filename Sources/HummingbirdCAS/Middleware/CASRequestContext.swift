public import Hummingbird

/// A request context that knows who sent the request.
///
/// `Identity` is `CASIdentity`, or a type of the application that ``CASAuthenticator`` finds by it:
///
/// ```swift
/// struct SiteContext: CASRequestContext {
///   var coreContext: CoreRequestContextStorage
///   var identity: Member?
///   init(source: Source) { coreContext = .init(source: source) }
/// }
/// ```
public protocol CASRequestContext: RequestContext {
  /// What the application knows its people as.
  associatedtype Identity: Sendable

  /// Who sent the request; nil for nobody.
  var identity: Identity? { get set }
}
