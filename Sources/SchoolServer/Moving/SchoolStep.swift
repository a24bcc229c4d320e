public import SchoolModel

/// One step of a script: something that happens, and when.
public struct SchoolStep: Sendable, Hashable {
  /// When something happens, by the clock of the school.
  public enum Moment: Sendable, Hashable {
    /// At a time that the clock on the school's wall shows.
    case at(LocalDateTime)
    /// So long after the school was started.
    case after(Duration)
  }

  /// When.
  public var moment: Moment
  /// What.
  public var change: SchoolChange

  /// A step.
  public init(_ moment: Moment, _ change: SchoolChange) {
    self.moment = moment
    self.change = change
  }
}
