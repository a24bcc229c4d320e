/// The people whom the demonstration accounts belong to, by their keys in the table of people.
struct SchoolCast {
  /// `PARENT Fanny` of 3A.
  var student: Int64 = 0
  /// `PARENT Hugo` of 6A.
  var sibling: Int64 = 0
  /// `M. PARENT Xavier`.
  var parent: Int64 = 0
  /// The other parent of the two children.
  var otherParent: Int64 = 0
  /// The head teacher of 3A.
  var teacher: Int64 = 0
  /// The tutor of interns in a company.
  var tutor: Int64 = 0
  /// The key of class 3A.
  var mainClass: Int64 = 7
  /// The students of the other student accounts, by login.
  var others: [String: Int64] = [:]
  /// The students of the accounts that still have to choose something, by login. They are no more than students of their
  /// class, so that nothing is made up for them.
  var undecided: [String: Int64] = [:]

  /// Every student who has an account and a part in the school's life, in a fixed order.
  var studentsWithAccounts: [Int64] {
    [student, sibling] + others.sorted { $0.key < $1.key }.map(\.value)
  }
}
