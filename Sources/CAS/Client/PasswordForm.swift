package import WebSession

/// A form that asks for a user name and a password, and the page that it stands on.
package struct PasswordForm {
  let form: HTMLForm
  let page: WebAddress

  /// The form with all its hidden fields, the name and the password; nil when it would send them to another origin, or
  /// where everybody could read them.
  package func request(
    with credentials: (username: String, password: Secret<String>),
    origin: String
  ) -> WebRequest? {
    guard let password = form.fields.first(where: { $0.type == "password" }),
      let username = form.fields.first(where: { ["username", "user", "login"].contains($0.name.lowercased()) })
        ?? form.fields.first(where: { ["text", "email"].contains($0.type) }),
      form.method == "post", page.resolving(form.action)?.origin == origin
    else { return nil }
    var request = form.request(
      from: page,
      filling: [(username.name, credentials.username), (password.name, credentials.password.reveal())],
      pressing: form.fields.first { $0.isButton }?.name
    )
    // What a browser says of itself: Django refuses a form over https without one of the two.
    request?.headers += [("Origin", page.origin), ("Referer", page.withoutQuery.description)]
    return request
  }
}
