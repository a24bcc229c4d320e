/// A piece of work that a student has to do ("travail à faire").
public struct Homework: Hashable, Sendable {
  /// Stays the same from one login to the next, as long as days, subject and text do.
  public var id: String

  /// The day it is due.
  public var due: LocalDate

  /// The day it was given, when known.
  public var assigned: LocalDate?

  /// The subject.
  public var subject: String

  /// The text, without mark-up; line breaks kept.
  public var text: String

  /// Whether the student ticked it as done.
  public var isDone: Bool

  /// Files and links that belong to it.
  public var attachments: [Attachment]

  /// How long it should take, in minutes, when the teacher said so.
  public var minutes: Int?

  /// The subject's colour, `#RRGGBB`.
  public var color: String?

  /// Homework with these facts.
  public init(
    id: String,
    due: LocalDate,
    assigned: LocalDate?,
    subject: String,
    text: String,
    isDone: Bool,
    attachments: [Attachment] = [],
    minutes: Int? = nil,
    color: String? = nil
  ) {
    self.id = id
    self.due = due
    self.assigned = assigned
    self.subject = subject
    self.text = text
    self.isDone = isDone
    self.attachments = attachments
    self.minutes = minutes
    self.color = color
  }
}
