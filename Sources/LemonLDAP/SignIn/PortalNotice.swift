import WebSession

/// A notice that has to be accepted before the sign-in goes on.
public struct PortalNotice: Sendable {
  /// One notice of the page.
  public struct Item: Sendable, Hashable, Codable {
    /// A text beside a check box: what is accepted.
    public var condition: String
    /// The name of its check box.
    let field: String
    /// What the check box stands for.
    let value: String
  }

  /// What the page says, title first.
  public let text: String
  /// What has to be agreed to, one text for each check box. Empty when reading is enough.
  public let conditions: [Item]

  let exchange: SignInExchange
  let form: PortalForm

  /// Accepts all conditions. One request.
  ///
  /// - Throws: ``PortalError``.
  public func accept() async throws -> PortalStep {
    try await exchange.send(
      form.request(filling: conditions.map { ($0.field, $0.value) }),
      step: "notice"
    )
  }

  /// The check boxes of a notice's form.
  static func items(of form: HTMLForm, _ page: HTMLPage) -> [Item] {
    let texts = page.elements(withClass: "notifCheck")
    return form.fields.filter { $0.type == "checkbox" }.enumerated().map { index, field in
      Item(condition: index < texts.count ? texts[index] : "", field: field.name, value: field.value)
    }
  }
}
