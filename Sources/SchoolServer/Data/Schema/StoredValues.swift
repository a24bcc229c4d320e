import SchoolModel

extension LocalDateTime {
  /// Seconds since 1970 on the school's wall clock: how the database stores moments.
  var storedSeconds: Int { date.dayNumber * 86_400 + time.secondOfDay }

  /// The moment that the database stores as this number.
  init(storedSeconds seconds: Int) {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    self.init(
      date: LocalDate(dayNumber: day),
      time: LocalTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60) ?? .midnight
    )
  }
}

extension Sequence where Element == Int64 {
  /// The keys as the database stores a list of keys: `3,5`.
  var storedKeys: String { map(String.init).joined(separator: ",") }
}

extension String {
  /// The keys of a stored list.
  var keys: [Int64] { split(separator: ",").compactMap { Int64($0) } }

  /// The lines of a stored list of texts.
  var storedLines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
