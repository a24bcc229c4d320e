import HTTPTypes
import Hummingbird

extension CASRoutes {
  /// `/logout`: ends the session whatever else the request says, tells the services, and goes on to a declared one.
  func signOut(_ request: Request) async throws -> Response {
    let parameters = try CASParameters(query: request.uri.query)
    let ended = await issuer.close(session(of: request))
    await channel.end(ended, now: school.configuration.now())
    var response: Response
    if let service = parameters["service"] {
      response = services.accept(service) ? redirect(to: service) : refusal
    } else {
      // Somebody else's address may be shown, and is not followed unless the user does.
      response = page(pages.signedOut(link: parameters["url"].flatMap { CASServices.address($0) == nil ? nil : $0 }))
    }
    setCookie(nil, in: &response)
    return response
  }

  private var refusal: Response {
    page(
      pages.signedOut(alert: "The service that you came from is not declared at this school, so nothing leads back."),
      status: .forbidden
    )
  }
}
