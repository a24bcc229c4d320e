public import Foundation

/// The averages of one subject over one grading period.
public struct SubjectAverage: Hashable, Sendable {
  /// The subject.
  public var name: String

  /// The student's average.
  public var average: Mark?

  /// What the average is out of.
  public var scale: Decimal?

  /// The average of the class.
  public var classAverage: Mark?

  /// The lowest average of the class.
  public var minimum: Mark?

  /// The highest average of the class.
  public var maximum: Mark?

  /// The subject's colour, `#RRGGBB`.
  public var color: String?

  /// Averages with these facts.
  public init(
    name: String,
    average: Mark?,
    scale: Decimal? = nil,
    classAverage: Mark? = nil,
    minimum: Mark? = nil,
    maximum: Mark? = nil,
    color: String? = nil
  ) {
    self.name = name
    self.average = average
    self.scale = scale
    self.classAverage = classAverage
    self.minimum = minimum
    self.maximum = maximum
    self.color = color
  }
}
