import GRDB
package import SchoolModel

extension SchoolDatabase {
  /// The lunches of some days; days without lunch are missing.
  package func menus(from: LocalDate, to: LocalDate) throws -> [MenuRecord] {
    try store.read { db in
      let tags = Dictionary(try menuTags(db).map { ($0.tag.key, $0) }) { first, _ in first }
      return try db.rows(
        "SELECT key, date, name FROM menu WHERE date BETWEEN ? AND ? ORDER BY date",
        [from.dayNumber, to.dayNumber]
      ) { row in
        let foods = try db.rows(
          """
          SELECT m.code, f.key, f.name, f.tagKeys FROM menuFood m JOIN food f ON f.key = m.foodKey
          WHERE m.menuKey = ? ORDER BY m.position
          """,
          [row[0] as Int64]
        ) { row in
          let found = (row[3] as String).keys.compactMap { tags[$0] }
          return (
            code: row[0] as Int,
            food: MenuFoodRecord(
              key: row[1],
              name: row[2],
              labels: found.filter { !$0.isAllergen }.map(\.tag),
              allergens: found.filter(\.isAllergen).map(\.tag)
            )
          )
        }
        var courses: [MenuCourseRecord] = []
        for (code, food) in foods {
          if courses.last?.code != code { courses.append(MenuCourseRecord(code: code, foods: [])) }
          courses[courses.count - 1].foods.append(food)
        }
        return MenuRecord(key: row[0], date: LocalDate(dayNumber: row[1]), name: row[2], courses: courses)
      }
    }
  }

  /// Every label and every allergen that dishes may have.
  package func menuTags() throws -> (labels: [FoodTagRecord], allergens: [FoodTagRecord]) {
    try store.read { db in
      let tags = try menuTags(db)
      return (tags.filter { !$0.isAllergen }.map(\.tag), tags.filter(\.isAllergen).map(\.tag))
    }
  }

  /// The weeks in which lunch is served.
  package func weeksWithMenus() throws -> [Int] {
    try store.read { db in
      let days = try db.rows("SELECT date FROM menu") { row in LocalDate(dayNumber: row[0]) }
      return Set(days.map { calendar.year.weekNumber(of: $0) }).sorted()
    }
  }

  private func menuTags(_ db: Database) throws -> [(tag: FoodTagRecord, isAllergen: Bool)] {
    try db.rows("SELECT key, name, color, isAllergen FROM foodTag ORDER BY key") { row in
      (FoodTagRecord(key: row[0], name: row[1], color: row[2]), row[3])
    }
  }
}
