import GRDB
import SchoolModel

extension SchoolGenerator {
  /// Labels (1 to 5) and allergens (11 to 18) by key.
  private static let tags: [(key: Int64, name: String, color: String)] = [
    (1, "Produits locaux", "#6FAE3A"), (2, "Agriculture biologique", "#2E7D32"), (3, "Fait maison", "#EF6C00"),
    (4, "Végétarien", "#9CCC65"), (5, "Pêche durable", "#0277BD"),
    (11, "Gluten", "#D7CCC8"), (12, "Lait", "#FFF8E1"), (13, "Œufs", "#FFE082"), (14, "Poisson", "#B3E5FC"),
    (15, "Moutarde", "#FFD54F"), (16, "Fruits à coque", "#BCAAA4"), (17, "Soja", "#C5E1A5"), (18, "Céleri", "#DCEDC8"),
  ]

  /// The dishes of each course: 0 starter, 1 main, 2 side, 5 cheese, 4 dessert.
  private static let dishes: [(code: Int, foods: [(String, [Int64])])] = [
    (
      0,
      [
        ("Carottes râpées", [1]), ("Betteraves vinaigrette", [2, 15]), ("Œuf mayonnaise", [13, 15]),
        ("Taboulé", [3, 11]), ("Salade verte & noix", [1, 16]), ("Potage de légumes", [3, 18]),
        ("Concombre au yaourt", [12]),
      ]
    ),
    (
      1,
      [
        ("Poulet rôti", [1]), ("Filet de colin sauce citron", [5, 14, 12]), ("Lasagnes aux légumes", [4, 11, 12]),
        ("Bœuf bourguignon", [3]), ("Omelette aux herbes", [4, 13]), ("Chili sin carne", [4, 2]),
        ("Saucisse de Toulouse", []), ("Gratin de poisson", [14, 12]),
      ]
    ),
    (
      2,
      [
        ("Riz créole", []), ("Purée de pommes de terre", [3, 12]), ("Haricots verts", [2]), ("Coquillettes", [11]),
        ("Ratatouille", [1, 3]), ("Lentilles", [2]),
      ]
    ),
    (5, [("Emmental", [12]), ("Fromage blanc", [12, 1]), ("Camembert", [12])]),
    (
      4,
      [
        ("Pomme", [1, 2]), ("Compote", [3]), ("Tarte aux poires", [3, 11, 13]), ("Crème vanille", [12]),
        ("Mousse au chocolat", [13, 12, 17]), ("Salade de fruits", []),
      ]
    ),
  ]

  /// A lunch for every school day of the year.
  mutating func makeMenus() throws {
    let tagWriter = try RowWriter(db, "foodTag", "key isAllergen name color")
    for tag in SchoolGenerator.tags { try tagWriter.insert(tag.key, tag.key > 10, tag.name, tag.color) }
    let foodWriter = try RowWriter(db, "food", "key name tagKeys")
    for (course, dish) in SchoolGenerator.dishes.enumerated() {
      for (index, food) in dish.foods.enumerated() {
        try foodWriter.insert((course + 1) * 100 + index, food.0, food.1.storedKeys)
      }
    }
    var random = random("menus")
    let menuWriter = try RowWriter(db, "menu", "key date name")
    let linkWriter = try RowWriter(db, "menuFood", "menuKey position code foodKey")
    var key: Int64 = 1
    for day in calendar.firstDay...calendar.lastDay where calendar.isSchoolDay(day) {
      try menuWriter.insert(key, day.dayNumber, "Déjeuner")
      var position = 0
      for (course, dish) in SchoolGenerator.dishes.enumerated() {
        let first = random.below(dish.foods.count)
        let count = dish.code == 1 || (dish.code != 5 && random.chance(40)) ? 2 : 1
        for offset in 0..<count {
          let food = (course + 1) * 100 + (first + offset) % dish.foods.count
          try linkWriter.insert(key, position, dish.code, food)
          position += 1
        }
      }
      key += 1
    }
  }
}
