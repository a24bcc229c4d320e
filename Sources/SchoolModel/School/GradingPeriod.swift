/// A term, a half-year or another stretch of the school year over which marks are counted ("période de notation").
public struct GradingPeriod: Hashable, Sendable {
  /// How long a period is.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The value that stands for it in texts or on the wire.
    public let rawValue: Int

    /// What a value stands for, with or without a constant here.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Anything else, such as "outside the periods" ("Hors période").
    public static let other = Kind(rawValue: 0)
    /// A third of the year ("trimestre").
    public static let term = Kind(rawValue: 1)
    /// Half of the year ("semestre").
    public static let halfYear = Kind(rawValue: 2)
    /// The whole year.
    public static let year = Kind(rawValue: 3)
  }

  /// Stays the same from one login to the next.
  public var id: String

  /// The name as the school writes it: `Trimestre 1`.
  public var name: String

  /// How long the period is.
  public var kind: Kind

  /// The first day, when known.
  public var start: LocalDate?

  /// The last day, when known.
  public var end: LocalDate?

  /// A period with these facts.
  public init(id: String, name: String, kind: Kind, start: LocalDate?, end: LocalDate?) {
    self.id = id
    self.name = name
    self.kind = kind
    self.start = start
    self.end = end
  }

  /// Whether a day lies in the period. False when the bounds are unknown.
  public func contains(_ day: LocalDate) -> Bool {
    guard let start, let end, start <= end else { return false }
    return (start...end).contains(day)
  }
}
