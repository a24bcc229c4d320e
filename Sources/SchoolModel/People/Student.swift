/// A student: the account's owner, or a child of a parent's account.
///
/// A student is a value that is passed to each read. There is no "current child" anywhere.
public struct Student: Hashable, Sendable {
  /// Stays the same from one login to the next, as long as name, class and school do.
  public var id: String

  /// The name as the school writes it: `DUPONT Zoé`.
  public var name: String

  /// The class, such as `3A`.
  public var className: String?

  /// The name of the student's school.
  public var schoolName: String?

  /// A student with these facts.
  public init(id: String, name: String, className: String? = nil, schoolName: String? = nil) {
    self.id = id
    self.name = name
    self.className = className
    self.schoolName = schoolName
  }
}
