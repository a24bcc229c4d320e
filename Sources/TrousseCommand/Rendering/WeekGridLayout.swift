package import SchoolModel

/// Where the lessons of a week stand in a grid whose rows are the stretches between all starts and ends of the week.
package struct WeekGridLayout: Sendable {
  /// Lessons of one day that overlap, directly or through others. They share one cell.
  package struct Block: Sendable, Hashable {
    /// The lessons, by start.
    package var lessons: [Lesson]
    /// The first row.
    package var firstRow: Int
    /// The last row.
    package var lastRow: Int
  }

  /// The minutes of the day at which rows start, and the end of the last one.
  package let boundaries: [Int]

  /// The blocks of each day, by start.
  package let blocks: [[Block]]

  /// Whether a row has a lesson on any day. Rows without have no lines of their own.
  package let isUsed: [Bool]

  /// Lays out the lessons of some days.
  package init(_ lessons: [Lesson], days: [LocalDate]) {
    let clusters = days.map { day in Self.clusters(lessons.filter { $0.start.date == day }) }
    let bounds = Set(clusters.joined().flatMap { [$0.start, $0.end] }).sorted()
    let rows = Dictionary(uniqueKeysWithValues: bounds.enumerated().map { ($1, $0) })
    var isUsed = Array(repeating: false, count: max(0, bounds.count - 1))
    blocks = clusters.map { clusters in
      clusters.map { cluster in
        let first = rows[cluster.start] ?? 0
        let last = max(first, (rows[cluster.end] ?? 1) - 1)
        for row in first...last { isUsed[row] = true }
        return Block(lessons: cluster.lessons, firstRow: first, lastRow: last)
      }
    }
    self.isUsed = isUsed
    boundaries = bounds
  }

  /// Whether a row is a break of half an hour or more, such as lunch: its start is marked although it is empty.
  package func isLongBreak(_ row: Int) -> Bool {
    !isUsed[row] && boundaries[row + 1] - boundaries[row] >= 30
  }

  /// The block of a day that covers a row.
  package func block(day: Int, row: Int) -> Block? {
    blocks[day].first { $0.firstRow <= row && row <= $0.lastRow }
  }

  private typealias Cluster = (lessons: [Lesson], start: Int, end: Int)

  private static func clusters(_ lessons: [Lesson]) -> [Cluster] {
    var clusters: [Cluster] = []
    for lesson in lessons.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let start = lesson.start.time.minuteOfDay
      let isSameDay = lesson.end.date == lesson.start.date
      // An end that is not after the start would make an empty row.
      let end = max(start + 1, isSameDay ? lesson.end.time.minuteOfDay : 1440)
      if let last = clusters.indices.last, start < clusters[last].end {
        clusters[last].lessons.append(lesson)
        clusters[last].end = max(clusters[last].end, end)
      } else {
        clusters.append(([lesson], start, end))
      }
    }
    return clusters
  }
}
