import SchoolModel

/// A class while the school is being made up.
struct PlannedClass {
  let key: Int64
  let name: String
  let level: String
  /// 6, 5, 4 or 3.
  let grade: Int
  /// The class's own room.
  let room: String
  var studentKeys: [Int64] = []
  var headTeacherKey: Int64 = 0
  /// The teacher of each subject.
  var teacherBySubject: [Int64: Int64] = [:]
}

/// A student while the school is being made up.
struct PlannedStudent {
  let key: Int64
  let classKey: Int64
  let lastName: String
  let firstName: String
  let sex: String
  /// Spanish or German from grade 5 on.
  var secondLanguage: Int64?
  var takesLatin = false
  var groupKeys: [Int64] = []
}

/// A group while the school is being made up.
struct PlannedGroup {
  let key: Int64
  let name: String
  let isPartOfClass: Bool
  let subjectKey: Int64?
  let classKeys: [Int64]
  var memberKeys: [Int64] = []
}

/// A subject taught to one class by one teacher.
struct PlannedService {
  let key: Int64
  let classKey: Int64
  let subjectKey: Int64
  let teacherKey: Int64
  /// The group, for languages and options.
  let groupKey: Int64?
}

/// A teacher or staff member while the school is being made up.
struct PlannedColleague {
  let key: Int64
  let civility: String
  let lastName: String
  let firstName: String
  /// The subject of a teacher.
  let subjectKey: Int64?
  /// The function of a staff member.
  let function: String?

  var label: String { "\(lastName) \(firstName.prefix(1))." }
}
