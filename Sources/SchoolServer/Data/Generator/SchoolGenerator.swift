import GRDB
import SchoolModel

/// Makes up the whole school and writes it into an empty database.
///
/// Everything depends on the day and the seed alone: every step draws from a stream of its own, in a fixed order.
struct SchoolGenerator {
  let db: Database
  let seed: UInt64
  let calendar: CalendarRecord
  /// The school days up to today, or the first school day of all when there is none yet.
  let pastSchoolDays: [LocalDate]

  var classes: [PlannedClass] = []
  var students: [Int64: PlannedStudent] = [:]
  var groups: [PlannedGroup] = []
  var services: [PlannedService] = []
  var colleagues: [PlannedColleague] = []
  var rooms: [String: Int64] = [:]
  var weekly: [WeeklyLesson] = []
  var lessons: [PlannedLesson] = []
  /// The guardians of each student.
  var guardians: [Int64: [Int64]] = [:]
  /// The keys of stored files by name.
  var files: [String: Int64] = [:]
  var nextPersonKey: Int64 = 1
  var nextAttachmentKey: Int64 = 1
  /// The people whom accounts open the school for, by role.
  var cast = SchoolCast()

  /// A generator for an empty database with the tables of ``SchoolSchema``.
  init(db: Database, calendar: CalendarRecord, seed: UInt64) {
    self.db = db
    self.calendar = calendar
    self.seed = seed
    let past = (calendar.firstDay...calendar.today).filter { calendar.isSchoolDay($0) }
    pastSchoolDays = past.isEmpty ? [calendar.schoolDay(from: calendar.firstDay)] : past
  }

  /// Writes every table.
  mutating func generate() throws {
    try writePlaces()
    try writeFiles()
    try makeColleagues()
    try makeClasses()
    try writeGroupsAndServices()
    makeWeeklyTimetable()
    makeLessons()
    makeIrregularities()
    try makeGrades()
    try makeNotebook()
    try writeLessons()
    try makeEvaluations()
    try makeReportCards()
    try makeAttendance()
    try makeMenus()
    try makeNews()
    try makeDiscussions()
    try makeAccounts()
  }

  /// The stream of random numbers with a name.
  func random(_ stream: String) -> SeededGenerator {
    SeededGenerator(seed: seed, stream: stream)
  }

  /// The class with a key.
  func schoolClass(_ key: Int64) -> PlannedClass {
    classes[Int(key) - 1]
  }

  /// The staff member with a function.
  func colleague(function: String) -> PlannedColleague? {
    colleagues.first { $0.function == function }
  }

  /// Adds an attachment to something.
  mutating func attach(
    _ name: String,
    url: String? = nil,
    file: String? = nil,
    to owner: AttachmentOwner,
    _ ownerKey: Int64,
    position: Int = 0
  ) throws {
    let writer = try RowWriter(db, "attachment", "key ownerKind ownerKey position name kind url fileKey")
    let kind: AttachmentRecord.Kind = url == nil ? .file : .link
    try writer.insert(
      nextAttachmentKey,
      owner.rawValue,
      ownerKey,
      position,
      name,
      kind.rawValue,
      url,
      file.flatMap { files[$0] }
    )
    nextAttachmentKey += 1
  }
}
