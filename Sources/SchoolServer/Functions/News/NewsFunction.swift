import PronoteWire

/// Answers PageActualites: information and surveys (functions document 12.1, 12.2).
enum NewsFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.news)
    if payload.integer("genreRequeteActualite") == 1 { return try detail(payload, context) }
    let news = try context.database.news(forPerson: context.account.person.key)
    let entries = NewsEntries(context: context)
    let items = JSONValue.elements(news.map { entries.item($0, withQuestions: !context.profile.asksForNewsDetails) })
    // Clients of 2020 ask without modes and read one flat list.
    guard let modes = payload.numbers("modesAffActus") else { return ["listeActualites": items] }
    let categories = try self.categories(context)
    return [
      "listeCategories": categories,
      "listeNatures": categories,
      // Mode 0 is what was received. Nobody writes news here, so the other modes are empty.
      "listeModesAff": .array(
        Set(modes).intersection(0...3).sorted().map { mode in
          ["G": .integer(mode), "listeActualites": mode == 0 ? items : .elements([])]
        }
      ),
    ]
  }

  private static func detail(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    let key = try context.ids.key(payload.element("actualite")?.n, .news)
    guard let news = try context.database.news(key, forPerson: context.account.person.key) else {
      throw ServerRefusal.unknownObject
    }
    return [
      "genreRequeteActualite": 1,
      "detailsActualite": NewsEntries(context: context).item(news, withQuestions: true),
    ]
  }

  private static func categories(_ context: FunctionContext) throws -> JSONValue {
    let categories = try context.database.newsCategories()
    return .elements(
      categories.enumerated().map { index, category in
        [
          "N": .string(context.ids.id(.category, category.key)), "L": .string(category.label),
          "estDefaut": .bool(index == 0),
        ]
      }
    )
  }
}
