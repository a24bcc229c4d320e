import SchoolModel

/// A graded test while the school is being made up.
struct PlannedTest {
  let key: Int64
  let service: PlannedService
  let period: PeriodRecord
  let title: String
  let date: LocalDate
  /// The scale in whole points.
  var scale = 20
  var coefficient = "1"
  var isBonus = false
  var isOptional = false
  var isBroughtTo20 = false

  /// Makes it a bonus: a small one, so that averages hardly ever exceed 20.
  mutating func becomeBonus() {
    isBonus = true
    scale = 5
    coefficient = "0,5"
    isBroughtTo20 = false
  }
}
