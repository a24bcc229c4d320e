/// When an app token dies that was replaced by the next one. Nobody knows what real servers do.
public enum TokenPolicy: String, Sendable, Hashable, CaseIterable {
  /// With the answer that carries its successor. Whoever loses that answer has to pair again.
  case strict
  /// When the session that brought its successor is used for the first time.
  case lenient
}
