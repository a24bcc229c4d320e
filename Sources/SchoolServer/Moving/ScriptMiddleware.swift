import Hummingbird

/// Lets what is due by now happen before a request is answered.
struct ScriptMiddleware: RouterMiddleware {
  typealias Context = BasicRequestContext

  let player: ScriptPlayer

  func handle(
    _ request: Request,
    context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    player.takeDueSteps()
    return try await next(request, context)
  }
}
