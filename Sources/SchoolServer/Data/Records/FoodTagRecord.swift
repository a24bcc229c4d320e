/// A label or an allergen of a dish.
package struct FoodTagRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The name.
  package var name: String
  /// The colour, `#RRGGBB`.
  package var color: String
}
