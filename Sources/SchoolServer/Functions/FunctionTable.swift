import PronoteWire

/// Which function is answered by what, once somebody is signed in.
enum FunctionTable {
  typealias Handler = @Sendable (JSONView, FunctionContext) throws -> ServerChannel.Answer

  /// Answers a call. An unknown function is refused with error 3, and the session stays.
  static func answer(_ call: ServerChannel.Incoming, _ context: FunctionContext) throws -> ServerChannel.Answer {
    guard let handler = handlers[call.function] else { throw ServerRefusal.accessDenied }
    return try handler(call.payload, context)
  }

  private static let handlers = core.merging(SchoolFunctions.handlers) { typed, _ in typed }

  private static let core: [String: Handler] = [
    ParametresUtilisateur.name: handler(ParametresUtilisateur.self) { _, context in
      guard !context.profile.userDataInAuthentication else { throw ServerRefusal.accessDenied }
      return try UserWriter(context: context).response()
    },
    Navigation.name: handler(Navigation.self) { _, context in
      try context.requireTab()
      return NoPayload()
    },
    Presence.name: handler(Presence.self) { _, context in
      try context.requireTab()
      return NoPayload()
    },
    JetonAppliMobile.name: handler(JetonAppliMobile.self) { request, context in
      try context.requireTab(Tab.home)
      return try PairingCodeFunction.answer(request, context)
    },
    PageEmploiDuTemps.name: handler(PageEmploiDuTemps.self) { try TimetableFunction.answer($0, $1) },
    DernieresNotes.name: handler(DernieresNotes.self) { try GradesFunction.answer($0, $1) },
    PageCahierDeTexte.name: handler(PageCahierDeTexte.self) { try NotebookFunction.answer($0, $1) },
  ]

  /// A handler with typed request and response.
  private static func handler<Function: RemoteFunction>(
    _ function: Function.Type,
    _ answer: @escaping @Sendable (Function.Request, FunctionContext) throws -> Function.Response
  ) -> Handler {
    { payload, context in
      ServerChannel.Answer(
        payload: try answer(try Function.Request(payload), context).json,
        signature: ["notifications": ["compteurCentraleNotif": 0]]
      )
    }
  }
}
