public import Foundation

/// One graded test or piece of work, as far as it concerns one student ("devoir", "note").
public struct Grade: Hashable, Sendable {
  /// Stays the same from one login to the next, as long as day, subject and title do.
  public var id: String

  /// The day of the test, when known.
  public var date: LocalDate?

  /// The subject.
  public var subject: String

  /// The mark.
  public var mark: Mark

  /// What the mark is out of.
  public var scale: Decimal?

  /// The weight in the average.
  public var coefficient: Decimal?

  /// The title of the test.
  public var comment: String?

  /// The teacher's remark about this student's work.
  public var remark: String?

  /// The average of the class.
  public var classAverage: Mark?

  /// The lowest mark of the class.
  public var minimum: Mark?

  /// The highest mark of the class.
  public var maximum: Mark?

  /// Only the points above half of the scale count.
  public var isBonus: Bool

  /// Counts only if it raises the average.
  public var isOptional: Bool

  /// Is brought to a scale of 20 in averages.
  public var isBroughtTo20: Bool

  /// A grade with these facts.
  public init(
    id: String,
    date: LocalDate?,
    subject: String,
    mark: Mark,
    scale: Decimal?,
    coefficient: Decimal? = nil,
    comment: String? = nil,
    remark: String? = nil,
    classAverage: Mark? = nil,
    minimum: Mark? = nil,
    maximum: Mark? = nil,
    isBonus: Bool = false,
    isOptional: Bool = false,
    isBroughtTo20: Bool = false
  ) {
    self.id = id
    self.date = date
    self.subject = subject
    self.mark = mark
    self.scale = scale
    self.coefficient = coefficient
    self.comment = comment
    self.remark = remark
    self.classAverage = classAverage
    self.minimum = minimum
    self.maximum = maximum
    self.isBonus = isBonus
    self.isOptional = isOptional
    self.isBroughtTo20 = isBroughtTo20
  }
}
