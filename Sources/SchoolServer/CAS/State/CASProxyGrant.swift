/// What a proxy-granting ticket stands for.
struct CASProxyGrant: Sendable {
  /// The session that it came from.
  let session: CASSession.ID
  /// The service that holds it and those before that, the newest first, each by its callback address.
  let chain: [String]
}
