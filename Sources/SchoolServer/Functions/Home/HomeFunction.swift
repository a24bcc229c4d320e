import PronoteWire

/// Answers PageAccueil, of which clients read the useful links (functions document 17.1).
enum HomeFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.home)
    let establishment = context.database.establishment
    let link: JSONValue = [
      "N": .string(context.ids.id(.school, establishment.key)), "L": "Site de l'établissement",
      "url": .string(establishment.website), "commentaire": .string(establishment.name),
    ]
    return ["lienUtile": ["listeLiens": .elements([link])]]
  }
}
