public import Hummingbird

/// A request context with the identity that CAS reported, for applications that need nothing else.
public struct BasicCASRequestContext: CASRequestContext {
  /// What Hummingbird needs.
  public var coreContext: CoreRequestContextStorage

  /// Who sent the request; nil for nobody.
  public var identity: CASIdentity?

  /// The context of a request that has just come in.
  public init(source: Source) {
    coreContext = .init(source: source)
  }
}
