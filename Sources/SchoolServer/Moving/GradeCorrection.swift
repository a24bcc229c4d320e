/// What is corrected about a grade. What is nil stays as it is.
public struct GradeCorrection: Sendable, Hashable {
  /// Which grade.
  public var grade: GradeName
  /// The points or what stands in their place, written as in ``NewGrade/value``.
  public var value: String?
  /// The weight in the average, for everybody who has a grade in the test.
  public var coefficient: String?
  /// What the teacher says about this student's work.
  public var remark: String?

  /// A correction, which has to change something.
  public init(_ grade: GradeName, value: String? = nil, coefficient: String? = nil, remark: String? = nil) {
    self.grade = grade
    self.value = value
    self.coefficient = coefficient
    self.remark = remark
  }
}
