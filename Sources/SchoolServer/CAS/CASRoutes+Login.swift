import HTTPTypes
import Hummingbird

extension CASRoutes {
  /// How a service wants its ticket.
  private enum Delivery: String {
    case redirect = "GET"
    case form = "POST"
    case header = "HEADER"
  }

  /// What a request to `/login` asks for.
  private struct Wish {
    var service: String?
    var delivery: Delivery
    var renews: Bool
    var isGateway: Bool

    /// What a form has to send again.
    var fields: [CASPages.Field] {
      (delivery == .redirect ? [] : [("method", delivery.rawValue)]) + (renews ? [("renew", "true")] : [])
    }
  }

  /// - Throws: ``CASFailure`` for a method that is none.
  private func wish(_ parameters: CASParameters) throws -> Wish {
    guard let delivery = Delivery(rawValue: parameters["method"] ?? Delivery.redirect.rawValue) else {
      throw CASFailure(.invalidRequest, "The method is GET, POST or HEADER.")
    }
    let (renews, service) = (parameters.isOn("renew"), parameters["service"])
    // With renew, gateway is ignored, and so it is without a service to go back to (section 2.1.1).
    let isGateway = parameters.isOn("gateway") && !renews && service != nil
    return Wish(service: service, delivery: delivery, renews: renews, isGateway: isGateway)
  }

  private var undeclared: Response {
    page(
      pages.failure("Unknown service", "The service that sent you here is not declared at this school."),
      status: .forbidden
    )
  }

  // MARK: - GET

  /// Shows the form, or sends on whoever is signed in.
  func showLogin(_ request: Request) async throws -> Response {
    let wish = try wish(try CASParameters(query: request.uri.query))
    if let service = wish.service, !services.accept(service) { return undeclared }
    guard !wish.renews, let session = await issuer.session(session(of: request)) else {
      if wish.isGateway, let service = wish.service { return redirect(to: service) }
      return await form(wish)
    }
    guard let service = wish.service else { return page(pages.signedIn(user: session.user)) }
    guard session.warns else { return await deliver(wish, service, session, isFromNewLogin: false) }
    return page(
      pages.confirmation(
        user: session.user,
        token: await issuer.loginToken(),
        service: service,
        keeping: wish.fields
      )
    )
  }

  private func form(
    _ wish: Wish,
    alert: String? = nil,
    username: String = "",
    status: HTTPResponse.Status = .ok
  ) async -> Response {
    page(
      pages.login(
        token: await issuer.loginToken(),
        service: wish.service,
        keeping: wish.fields,
        alert: alert,
        username: username
      ),
      status: status
    )
  }

  // MARK: - POST

  /// Takes the form.
  func signIn(_ request: Request, form body: [UInt8]) async throws -> Response {
    let parameters = try CASParameters(query: request.uri.query, form: body)
    let wish = try wish(parameters)
    if let service = wish.service, !services.accept(service) { return undeclared }
    // Browsers say where a form was; one of another site would sign people in as somebody else.
    if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
      return await form(wish, alert: "Please sign in here, not on another site.", status: .forbidden)
    }
    guard await issuer.spendLoginToken(parameters["lt"]) else {
      return await form(wish, alert: "That form was too old or was sent before. Please try again.", status: .forbidden)
    }
    if parameters.isOn("confirm") { return await confirm(request, wish) }
    guard let username = parameters["username"], let password = parameters["password"] else {
      return await form(wish, alert: "Please type a user name and a password.", status: .unauthorized)
    }
    return try await signIn(request, wish, username, password, warns: parameters.isOn("warn"))
  }

  private func confirm(_ request: Request, _ wish: Wish) async -> Response {
    guard !wish.renews, let service = wish.service, let session = await issuer.session(session(of: request)) else {
      return await form(wish)
    }
    return await deliver(wish, service, session, isFromNewLogin: false)
  }

  private func signIn(
    _ request: Request,
    _ wish: Wish,
    _ username: String,
    _ password: String,
    warns: Bool
  ) async throws -> Response {
    guard await issuer.mayTry(username) else {
      let seconds = Int(CASThrottle.pause)
      var response = await form(
        wish,
        alert: "Too many wrong passwords. Please wait \(seconds) seconds.",
        username: username,
        status: .tooManyRequests
      )
      response.headers[.retryAfter] = "\(seconds)"
      return response
    }
    let account = try users.account(username, password: password)
    guard let account else {
      return await form(
        wish,
        alert: "The user name or the password is wrong.",
        username: username,
        status: .unauthorized
      )
    }
    await issuer.succeed(username)
    let (session, ended) = await issuer.open(account, warns: warns, replacing: session(of: request))
    await channel.end(ended, now: school.configuration.now())
    var response =
      if let service = wish.service {
        await deliver(wish, service, session, isFromNewLogin: true)
      } else {
        page(pages.signedIn(user: session.user))
      }
    setCookie(session.id, in: &response)
    return response
  }

  // MARK: - Tickets

  /// Sends a browser to a service with a ticket. The service is a declared one.
  private func deliver(_ wish: Wish, _ service: String, _ session: CASSession, isFromNewLogin: Bool) async -> Response {
    guard
      let ticket = await issuer.serviceTicket(for: service, in: session.id, isFromNewLogin: isFromNewLogin)
    else { return await form(wish) }
    switch wish.delivery {
    case .redirect: return redirect(to: CASServices.address(service, ticket: ticket))
    case .form: return page(pages.posting(ticket: ticket, to: service))
    case .header:
      var response = page(pages.delivered(service: service))
      response.headers[.service] = service
      response.headers[.ticket] = ticket
      return response
    }
  }
}
