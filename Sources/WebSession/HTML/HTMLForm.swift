/// A form of a page.
public struct HTMLForm: Sendable {
  /// The `id` attribute, empty without one.
  public let id: String

  /// The `action` attribute as it stands in the page, empty without one: the page itself.
  public let action: String

  /// `get` or `post`.
  public let method: String

  /// The named controls in the page's order. A list of which several can be chosen makes one field per choice.
  public internal(set) var fields: [Field] = []

  /// Where buttons send the form instead of to ``action``, also those without a name, in the page's order.
  public internal(set) var buttonActions: [String] = []

  /// A named control of a form: `input`, `select`, `textarea` or `button`.
  public struct Field: Sendable, Hashable {
    /// The `name` attribute, never empty.
    public let name: String

    /// What would be submitted: the `value` attribute, the chosen option, the text.
    public var value: String

    /// The `type` attribute in lower case (`text` for an input without one, `submit` for a button), `select`,
    /// `select-multiple` or `textarea`.
    public let type: String

    /// Whether a check box, a radio button or a choice of a multiple list is on; false for everything else.
    public var isChecked: Bool

    /// Whether the control takes no part.
    public let isDisabled: Bool

    /// The values that a list offers.
    public var options: [String] = []

    /// Whether a press on it sends the form.
    public var isButton: Bool { type == "submit" || type == "image" }

    /// Whether it is sent along without being pressed (WHATWG HTML section 4.10.21.4).
    var isSubmitted: Bool {
      guard !isDisabled else { return false }
      switch type {
      case "checkbox", "radio", "select-multiple": return isChecked
      case "submit", "image", "button", "reset", "file": return false
      default: return true
      }
    }
  }

  /// The value of the first field of that name.
  public func value(of name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// What a browser would send.
  ///
  /// - Parameters:
  ///   - values: what a person filled in. Replaces the value of the field of that name, or is added at the end.
  ///   - button: the name of the button that is pressed; without one, no button is sent.
  public func submission(
    filling values: [(name: String, value: String)] = [],
    pressing button: String? = nil
  ) -> [(name: String, value: String)] {
    var pressed = button
    var sent: [(name: String, value: String)] = []
    for field in fields {
      let isPressed = field.isButton && !field.isDisabled && field.name == pressed
      if isPressed { pressed = nil }
      if isPressed || field.isSubmitted { sent.append((field.name, field.value)) }
    }
    for value in values {
      if let index = sent.firstIndex(where: { $0.name == value.name }) {
        sent[index].value = value.value
      } else {
        sent.append(value)
      }
    }
    return sent
  }

  /// The request that sends the form from a page; nil when the action is no web address.
  ///
  /// - Parameters:
  ///   - page: the address of the page that holds the form.
  ///   - values: see ``submission(filling:pressing:)``.
  ///   - button: see ``submission(filling:pressing:)``.
  public func request(
    from page: WebAddress,
    filling values: [(name: String, value: String)] = [],
    pressing button: String? = nil
  ) -> WebRequest? {
    guard let target = page.resolving(action) else { return nil }
    let fields = submission(filling: values, pressing: button)
    if method == "post" { return .post(target, form: fields) }
    return .get(target.withoutQuery.appending(query: fields))
  }
}
