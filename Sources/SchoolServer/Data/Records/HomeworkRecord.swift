package import SchoolModel

/// A piece of homework as one student sees it.
package struct HomeworkRecord: Hashable, Sendable {
  /// How it is handed in; the raw value is the wire's `genreRendu`.
  package enum HandIn: Int, Sendable, Hashable {
    /// Not at all.
    case none = 0
    /// On paper.
    case paper = 1
    /// As an uploaded file.
    case upload = 2
  }

  /// The key.
  package var key: Int64
  /// The subject.
  package var subject: SubjectRecord
  /// Whether it was given to a group and not to the whole class.
  package var isForGroup: Bool
  /// The lesson that gave it.
  package var lessonKey: Int64
  /// The notebook entry of that lesson.
  package var notebookKey: Int64?
  /// The day on which it was given.
  package var given: LocalDate
  /// The day on which it is due.
  package var due: LocalDate
  /// The text as HTML.
  package var html: String
  /// How long it should take, in minutes; 0 when unknown.
  package var minutes: Int
  /// 0 none, 1 easy, 2 medium, 3 hard.
  package var difficulty: Int
  /// The themes.
  package var themes: [Reference]
  /// How it is handed in.
  package var handIn: HandIn
  /// Whether a file may still be handed in.
  package var isUploadOpen: Bool
  /// The file that the student handed in.
  package var handedIn: AttachmentRecord?
  /// Whether the student ticked it as done.
  package var isDone: Bool
  /// Files and links.
  package var attachments: [AttachmentRecord]
}
