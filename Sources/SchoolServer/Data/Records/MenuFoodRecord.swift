/// A dish.
package struct MenuFoodRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// The name.
  package var name: String
  /// Its labels, such as `Produits locaux`.
  package var labels: [FoodTagRecord]
  /// Its allergens.
  package var allergens: [FoodTagRecord]
}
