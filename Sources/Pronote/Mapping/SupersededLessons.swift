import SchoolModel

/// A lesson with the rank that the server gave it (`P`).
struct RankedLesson: Sendable {
  var lesson: Lesson
  var rank: Int
}

/// Which of several entries on one slot counts (functions document 3.1, "duplicates on the same slot").
enum SupersededLessons {
  /// Splits the entries of one week, each part sorted by start.
  ///
  /// A cancelled entry yields to any other that overlaps it, and of two entries on the very same slot the one with the
  /// larger rank counts. Cancelled entries that nothing replaces stay, unless the school hides them.
  static func resolve(_ entries: [RankedLesson], showsCancelled: Bool) -> (shown: [Lesson], superseded: [Lesson]) {
    var shown: [Lesson] = []
    var superseded: [Lesson] = []
    for (index, entry) in entries.enumerated() {
      if yields(entry, at: index, among: entries, showsCancelled: showsCancelled) {
        superseded.append(entry.lesson)
      } else {
        shown.append(entry.lesson)
      }
    }
    return (sorted(shown), sorted(superseded))
  }

  private static func yields(
    _ entry: RankedLesson,
    at index: Int,
    among entries: [RankedLesson],
    showsCancelled: Bool
  ) -> Bool {
    if entry.lesson.isCancelled, !showsCancelled { return true }
    for other in entries.indices where other != index && !entries[other].lesson.isCancelled {
      let isReplaced =
        entry.lesson.isCancelled
        ? overlap(entry.lesson, entries[other].lesson)
        : entries[other].rank > entry.rank && sameSlot(entry.lesson, entries[other].lesson)
      if isReplaced { return true }
    }
    return false
  }

  private static func overlap(_ left: Lesson, _ right: Lesson) -> Bool {
    left.start < right.end && right.start < left.end
  }

  private static func sameSlot(_ left: Lesson, _ right: Lesson) -> Bool {
    left.start == right.start && left.end == right.end
  }

  private static func sorted(_ lessons: [Lesson]) -> [Lesson] {
    lessons.enumerated()
      .sorted { ($0.element.start, $0.element.end, $0.offset) < ($1.element.start, $1.element.end, $1.offset) }
      .map(\.element)
  }
}
