package import WebSession

/// A form of a portal's page, with what its hidden fields hold and where it goes: enough to send it later, from another
/// process too.
package struct PortalForm: Sendable, Hashable, Codable {
  /// A field that is sent back as it came.
  struct Field: Sendable, Hashable, Codable {
    var name: String
    /// A one-time token among them is worth a try at the second factor. Written down only with the whole state.
    var value: String
  }

  /// Where it is sent to.
  let action: String
  /// Where its button "send again" goes; nil without one.
  let resendAction: String?
  /// Whether there is such a button.
  package var canBeSentAgain: Bool { resendAction != nil }
  /// Everything that is sent without being filled in.
  private(set) var fields: [Field]

  /// Reads a form of a page.
  ///
  /// - Returns: nil when it would be sent elsewhere than to the portal, or into an address.
  init?(_ form: HTMLForm, at page: WebAddress) {
    guard form.method == "post", let target = page.resolving(form.action), target.origin == page.origin else {
      return nil
    }
    action = target.description
    resendAction =
      form.buttonActions.lazy.compactMap { page.resolving($0) }
      .first { $0.origin == page.origin && $0.path.contains("2fresend") }?.description
    fields = form.submission().map { Field(name: $0.name, value: $0.value) }
  }

  /// The value of a field.
  package func value(of name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The request that sends the form.
  ///
  /// - Parameters:
  ///   - values: what is filled in. Replaces all fields of that name, or is added.
  ///   - isResend: whether the button "send again" is pressed.
  package func request(filling values: [(name: String, value: String)] = [], isResend: Bool = false) -> WebRequest? {
    guard let address = (isResend ? resendAction : action).flatMap({ WebAddress($0) }) else { return nil }
    var sent = fields.map { (name: $0.name, value: $0.value) }
    for value in values {
      // A hidden field of the same name would be sent along, and servers differ in which of two they take.
      let index = sent.firstIndex { $0.name == value.name } ?? sent.endIndex
      sent.removeAll { $0.name == value.name }
      sent.insert(value, at: index)
    }
    return .post(address, form: sent)
  }
}

extension PortalForm: CustomStringConvertible, CustomReflectable {
  /// The names of its fields. Leaves out where it goes and what they hold: one-time tokens, secrets of browsers.
  package var description: String { "form [\(fields.map(\.name).joined(separator: " "))]" }
  /// No more than the description.
  package var customMirror: Mirror { Mirror(self, children: ["fields": fields.map(\.name)]) }
}
