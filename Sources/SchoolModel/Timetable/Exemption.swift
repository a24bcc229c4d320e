/// A student's exemption from a lesson ("dispense").
public struct Exemption: Hashable, Sendable {
  /// The reason, when published.
  public var reason: String?

  /// Whether the student has to be present all the same.
  public var mustBePresent: Bool

  /// Whether the student works at home meanwhile.
  public var worksAtHome: Bool

  /// An exemption with these facts.
  public init(reason: String? = nil, mustBePresent: Bool = false, worksAtHome: Bool = false) {
    self.reason = reason
    self.mustBePresent = mustBePresent
    self.worksAtHome = worksAtHome
  }
}
