/// A public holiday or a vacation: days without school, first and last included.
public struct Holiday: Hashable, Sendable {
  /// The name as the school writes it: `Vacances de la Toussaint`.
  public var name: String

  /// The first day off.
  public var firstDay: LocalDate

  /// The last day off.
  public var lastDay: LocalDate

  /// A holiday with these bounds.
  public init(name: String, firstDay: LocalDate, lastDay: LocalDate) {
    self.name = name
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// Whether a day is off because of this holiday.
  public func contains(_ day: LocalDate) -> Bool {
    firstDay <= day && day <= lastDay
  }
}
