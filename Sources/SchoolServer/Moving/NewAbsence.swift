public import SchoolModel

/// An absence that is entered.
public struct NewAbsence: Sendable, Hashable {
  /// The student: a login or a name.
  public var student: String
  /// When it starts.
  public var from: LocalDateTime
  /// When it ends; nil while the student has not come back.
  public var to: LocalDateTime?
  /// Why. The school has excused it then; without a reason it waits for one.
  public var reason: String?

  /// An absence.
  public init(student: String, from: LocalDateTime, to: LocalDateTime? = nil, reason: String? = nil) {
    self.student = student
    self.from = from
    self.to = to
    self.reason = reason
  }
}
