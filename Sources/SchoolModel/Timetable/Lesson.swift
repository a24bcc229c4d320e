/// One entry of a timetable: a lesson, a detention, an outing, a class council.
public struct Lesson: Hashable, Sendable {
  /// Stays the same from one login to the next, as long as day, time and subject do.
  public var id: String

  /// What kind of entry this is.
  public var kind: LessonKind

  /// When it starts, on the school's wall clock.
  public var start: LocalDateTime

  /// When it ends, on the school's wall clock.
  public var end: LocalDateTime

  /// The subject ("matière"), or the title of a detention, an outing or a council.
  public var subject: String?

  /// The teachers and staff, in the school's order.
  public var teachers: [String]

  /// The rooms.
  public var rooms: [String]

  /// The groups and parts of classes.
  public var groups: [String]

  /// Whether the lesson does not take place.
  public var isCancelled: Bool

  /// What changed compared with the usual timetable; nil when nothing did.
  public var change: LessonChange?

  /// The school's own words about the change: `Prof. absent`.
  public var status: String?

  /// Whether a test is planned in this lesson.
  public var isTest: Bool

  /// Whether homework was given in this lesson.
  public var hasHomework: Bool

  /// A note to the students.
  public var memo: String?

  /// The student's exemption from this lesson, if any.
  public var exemption: Exemption?

  /// Video conferences.
  public var links: [VideoLink]

  /// The subject's colour, `#RRGGBB`.
  public var color: String?

  /// A lesson with these facts.
  public init(
    id: String,
    kind: LessonKind = .lesson,
    start: LocalDateTime,
    end: LocalDateTime,
    subject: String?,
    teachers: [String] = [],
    rooms: [String] = [],
    groups: [String] = [],
    isCancelled: Bool = false,
    change: LessonChange? = nil,
    status: String? = nil,
    isTest: Bool = false,
    hasHomework: Bool = false,
    memo: String? = nil,
    exemption: Exemption? = nil,
    links: [VideoLink] = [],
    color: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.start = start
    self.end = end
    self.subject = subject
    self.teachers = teachers
    self.rooms = rooms
    self.groups = groups
    self.isCancelled = isCancelled
    self.change = change
    self.status = status
    self.isTest = isTest
    self.hasHomework = hasHomework
    self.memo = memo
    self.exemption = exemption
    self.links = links
    self.color = color
  }
}
