package import SchoolModel

/// What was done in one lesson ("cahier de textes").
package struct NotebookEntryRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The lesson, with subject, teachers, class or group, day and times.
  package var lesson: LessonRecord
  /// The day for which the homework of this lesson is due, when it gave any.
  package var homeworkDue: LocalDate?
  /// What was done; at least one.
  package var contents: [LessonContentRecord]
}
