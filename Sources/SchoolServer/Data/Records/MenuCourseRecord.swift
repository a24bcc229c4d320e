/// A course of a meal.
package struct MenuCourseRecord: Hashable, Sendable {
  /// The wire's `G`: 0 starter, 1 main, 2 side, 3 drink or other, 4 dessert, 5 cheese.
  package var code: Int
  /// The dishes to choose from.
  package var foods: [MenuFoodRecord]
}
