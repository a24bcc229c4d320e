import PronoteWire
import SchoolModel

/// Answers PageMenus: what the canteen serves in a week (functions document 14).
enum MenusFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.menus)
    let database = context.database
    let monday = (try payload.date("date")?.date ?? context.school.now.date).monday
    let menus = try database.menus(from: monday, to: monday.adding(days: 6))
    let tags = try database.menuTags()
    return [
      "AvecRepasMidi": true,
      "AvecRepasSoir": false,
      "DomaineDePresence": .wireSet(try database.weeksWithMenus(), type: WireType.domain),
      "ListeAllergenes": .elements(tags.allergens.map { tag($0, context) }),
      "Listelabels": .elements(tags.labels.map { tag($0, context) }),
      "ListeJours": .elements(menus.map { day($0, context) }),
    ]
  }

  private static func day(_ menu: MenuRecord, _ context: FunctionContext) -> JSONValue {
    let meal: JSONValue = [
      "N": .string(context.ids.id(.menu, menu.key)),
      "L": .string(menu.name),
      "G": 0,
      "ListePlats": .elements(
        menu.courses.map { course in
          ["G": .integer(course.code), "ListeAliments": .elements(course.foods.map { food($0, context) })]
        }
      ),
    ]
    return ["Date": .wireDate(menu.date), "ListeRepas": .elements([meal])]
  }

  private static func food(_ food: MenuFoodRecord, _ context: FunctionContext) -> JSONValue {
    [
      "N": .string(context.ids.id(.food, food.key)),
      "L": .string(food.name),
      "listeLabelsAlimentaires": .elements(food.labels.map { tag($0, context) }),
      "listeAllergenesAlimentaire": .elements(food.allergens.map { tag($0, context) }),
    ]
  }

  private static func tag(_ tag: FoodTagRecord, _ context: FunctionContext) -> JSONValue {
    [
      "N": .string(context.ids.id(.foodTag, tag.key)), "L": .string(tag.name), "couleur": .string(tag.color),
    ]
  }
}
