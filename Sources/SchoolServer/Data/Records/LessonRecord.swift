package import SchoolModel

/// One dated entry of the timetable: a lesson, a class council, a detention, an outing.
package struct LessonRecord: Hashable, Sendable {
  /// What the entry is; the raw value of the first three is the wire's `G`.
  package enum Kind: Int, Sendable, Hashable {
    /// An ordinary lesson.
    case lesson = 0
    /// A class council.
    case council = 1
    /// A lesson that stands in for another one.
    case replacement = 2
    /// A detention (`estRetenue`, `G` 0 on the wire).
    case detention = 100
    /// An outing (`estSortiePedagogique`, `G` 0 on the wire).
    case outing = 101
  }

  /// The key.
  package var key: Int64
  /// What it is.
  package var kind: Kind
  /// The day.
  package var date: LocalDate
  /// The first slot of the day, 0 to 19.
  package var slot: Int
  /// How many slots it lasts.
  package var duration: Int
  /// The rank `P`: of two entries on the same slot the one with the larger rank is shown.
  package var rank: Int
  /// The subject; nil for detentions, outings and councils.
  package var subject: SubjectRecord?
  /// The title of a detention (`Retenue`), an outing or a council; nil for lessons.
  package var title: String?
  /// The teachers and staff, main teacher first.
  package var teachers: [PersonReference]
  /// The class; nil when it is for a group or for one student.
  package var schoolClass: Reference?
  /// The group or part of a class; nil when it is for a whole class or one student.
  package var group: GroupRecord?
  /// The student whom alone it concerns (detentions).
  package var studentKey: Int64?
  /// The rooms.
  package var rooms: [Reference]
  /// The background colour, `#RRGGBB`.
  package var color: String
  /// What changed, in the school's words: `Prof. absent`.
  package var status: String?
  /// Whether it does not take place.
  package var isCancelled: Bool
  /// A note to the students.
  package var memo: String?
  /// Whether homework was given in it.
  package var hasHomework: Bool
  /// The notebook entry, when there is one.
  package var notebook: NotebookReference?
  /// Video conferences.
  package var links: [LessonLinkRecord]
  /// The exemption of the student whose timetable was asked for.
  package var exemption: ExemptionRecord?
  /// What is particular to an outing.
  package var outing: OutingRecord?

  /// The index of the first slot in the week: `day * 20 + slot`, Monday is day 0.
  package var place: Int { (date.weekday.rawValue - 1) * CalendarRecord.slotsPerDay + slot }
  /// When it starts.
  package var start: LocalDateTime { date.at(CalendarRecord.time(ofSlot: slot)) }
  /// When it ends.
  package var end: LocalDateTime { date.at(CalendarRecord.time(ofSlot: slot + duration)) }
  /// Whether a test is planned in it.
  package var isTest: Bool { notebook?.isTest ?? false }
  /// Whether it is taught by two teachers or more.
  package var isCoTaught: Bool { kind == .lesson && teachers.count > 1 }
}
