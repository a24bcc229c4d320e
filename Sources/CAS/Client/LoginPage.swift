package import WebSession

/// What an answer of a CAS server's `/login` is for somebody who wants a ticket.
package enum LoginPage {
  /// It leads to the service, with this ticket.
  case ticket(CASTicket)
  /// It leads to the service, without a ticket.
  case noTicket
  /// It leads somewhere else; nil when that is no address.
  case redirect(WebAddress?)
  /// It asks for a password.
  case passwordForm(PasswordForm)
  /// LemonLDAP::NG asks whether the session is to be renewed, before it asks for the password (sso document c.3): with
  /// the request that says yes.
  case renewalQuestion(WebRequest)
  /// Anything else.
  case other

  /// Reads an answer.
  ///
  /// - Throws: ``CASError`` with `malformedTicket`: it leads to the service with something that is no ticket.
  package init(_ response: WebResponse, for service: ServiceURL) throws(CASError) {
    if response.isRedirect {
      let location = response.header("Location") ?? ""
      let target = response.address.resolving(location)
      if service.isReached(by: location) || target.map({ service.isReached(by: $0.description) }) == true {
        self = try CASTicket.inQuery(of: location).map(Self.ticket) ?? .noTicket
      } else {
        self = .redirect(target)
      }
      return
    }
    let forms = HTMLPage(response.text).forms
    // A login with `method=POST` brings the ticket in a form that a script sends on.
    if let form = forms.first(where: { service.isReached(by: $0.action) }), let ticket = form.value(of: "ticket") {
      self = .ticket(try CASTicket(ticket))
    } else if let form = forms.first(where: { $0.fields.contains { $0.type == "password" } }) {
      self = .passwordForm(PasswordForm(form: form, page: response.address))
    } else if let form = forms.first(where: {
      $0.method == "post" && response.address.resolving($0.action)?.path.hasSuffix("/renewsession") == true
    }), let answer = form.request(from: response.address) {
      self = .renewalQuestion(answer)
    } else {
      self = .other
    }
  }
}
