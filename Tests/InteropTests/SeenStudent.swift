/// What somebody else's client sees of a student. Decoded from what it printed, or made from the school's data.
struct SeenStudent: Decodable, Hashable, Sendable {
  struct Lesson: Decodable, Hashable, Sendable {
    var start: String
    var end: String
    var subject: String?
    var teachers: [String]
    var rooms: [String]
    var isCancelled: Bool
    var status: String?
    var isTest: Bool
    var isDetention: Bool
    var links: Int
  }

  struct Homework: Decodable, Hashable, Sendable {
    var due: String
    var subject: String
    var text: String
    var isDone: Bool
    var files: [String]
  }

  struct Grade: Decodable, Hashable, Sendable {
    var date: String
    var subject: String
    var mark: String
    var scale: String
    var coefficient: String
    var average: String
    var minimum: String
    var maximum: String
    var title: String
  }

  struct Average: Decodable, Hashable, Sendable {
    var subject: String
    var student: String
    var `class`: String
  }

  struct Term: Decodable, Hashable, Sendable {
    var name: String
    var grades: [Grade]
    var averages: [Average]
    /// The overall average; the client makes one up when there is none.
    var overall: String
    var absences: Int
    var delays: Int
    var punishments: Int
    var evaluations: Int
    /// The subjects of the report card; nil when it is not published.
    var report: [String]?
  }

  var name: String
  /// The lessons of the week.
  var lessons: [Lesson]
  /// What is due in three weeks, from Monday.
  var homework: [Homework]
  var terms: [Term]
}
