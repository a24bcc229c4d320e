import HTTPTypes
import Hummingbird

/// What every page says to browsers, and the page for what is not there.
struct PageHeaders<Context: RequestContext>: RouterMiddleware {
  let pages: Pages

  func handle(
    _ request: Request,
    context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      response = pages.notFound()
    }
    let policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    response.headers[.contentSecurityPolicy] = policy
    response.headers[.xContentTypeOptions] = "nosniff"
    return response
  }
}
