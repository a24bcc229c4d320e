import PronoteWire
import SchoolModel

/// The school's grid: which time a place of the day stands for (functions document 1.12).
struct TimetableGrid: Sendable {
  private let placesPerDay: Int
  private let starts: [Int: LocalTime]
  private let ends: [Int: LocalTime]

  init(_ general: FonctionParametres.General) {
    placesPerDay = general.placesParJour
    // Looked up by place, not by position: the lists have one entry more, and may be uneven.
    starts = Dictionary(general.listeHeures.map { ($0.g, $0.l) }, uniquingKeysWith: { first, _ in first })
    ends = Dictionary(general.listeHeuresFin.map { ($0.g, $0.l) }, uniquingKeysWith: { first, _ in first })
  }

  /// When a lesson ends that starts at a place of the week and lasts some places, on its day.
  ///
  /// - Parameters:
  ///   - place: the place in the week; nil when it was not sent, then the start decides.
  ///   - length: in places.
  /// - Returns: nil when the grid has no such time, or none after the start.
  func end(start: LocalDateTime, place: Int?, length: Int?) -> LocalDateTime? {
    guard let length, length > 0, placesPerDay > 0 else { return nil }
    guard let slot = place.map({ $0 % placesPerDay }) ?? slot(startingAt: start.time), slot >= 0 else { return nil }
    // A lesson does not run past the last place of its day.
    let last = min(slot + min(length, placesPerDay) - 1, placesPerDay - 1)
    guard let time = ends[last] ?? starts[last + 1], time > start.time else { return nil }
    return start.date.at(time)
  }

  private func slot(startingAt time: LocalTime) -> Int? {
    starts.filter { $0.value == time }.map(\.key).min()
  }
}
