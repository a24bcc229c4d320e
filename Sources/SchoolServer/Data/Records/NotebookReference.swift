/// The notebook entry of a lesson as the timetable mentions it (`cahierDeTextes`).
package struct NotebookReference: Hashable, Sendable {
  /// The key of the entry.
  package var key: Int64
  /// The category of its first content.
  package var category: ContentCategory
  /// Whether something was written into it (`AvecCdT`).
  package var hasContent: Bool
  /// Whether a test is planned in the lesson (`estDevoir`).
  package var isTest: Bool
}
