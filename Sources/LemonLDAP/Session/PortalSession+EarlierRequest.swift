import WebSession

extension PortalSession {
  /// Makes the portal forget a request of an application that it keeps in a cookie: it would answer that one in place of
  /// the next (sso document c.10). No request.
  ///
  /// The cookie's name follows that of the session cookie. Administrators may give it a domain, which can be any above the
  /// portal's host.
  package func forgetEarlierRequest() async {
    let expired = "\(portal.configuration.sessionCookie)pdata=; Max-Age=0; Path=/"
    await browser.setCookie(expired, from: portal.address)
    var domain = portal.address.host[...]
    while domain.contains(".") {
      await browser.setCookie("\(expired); Domain=\(domain)", from: portal.address)
      domain = domain.drop { $0 != "." }.dropFirst()
    }
  }
}
