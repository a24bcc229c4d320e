/// Collects the forms of a page from its tokens.
struct HTMLFormScanner {
  private(set) var forms: [HTMLForm] = []
  /// The form whose start tag was the last, until its end tag.
  private var openForm: Int?
  /// Fields that name the form they belong to, which may come later in the page.
  private var fieldsOfNamedForms: [(form: String, field: HTMLForm.Field)] = []
  private var list: OpenList?
  private var textArea: HTMLTag?

  /// The forms of a page.
  static func forms(in tokens: [HTMLToken]) -> [HTMLForm] {
    var scanner = HTMLFormScanner()
    for token in tokens { scanner.take(token) }
    scanner.closeList()
    scanner.closeTextArea(text: "")
    let places = Dictionary(
      zip(scanner.forms.map(\.id), scanner.forms.indices),
      uniquingKeysWith: { first, _ in first }
    )
    for (id, field) in scanner.fieldsOfNamedForms {
      if let place = places[id] { scanner.forms[place].fields.append(field) }
    }
    return scanner.forms
  }

  private mutating func take(_ token: HTMLToken) {
    switch token {
    case .startTag(let tag): open(tag)
    case .endTag(let name): close(name)
    case .text(let text): list?.append(text)
    case .rawText(let element, let text):
      if element == "textarea" { closeTextArea(text: text) }
    }
  }

  private mutating func open(_ tag: HTMLTag) {
    closeTextArea(text: "")
    switch tag.name {
    case "form":
      closeList()
      // A form inside a form does not count.
      guard openForm == nil else { return }
      let isPost = tag["method"]?.equalsIgnoringASCIICase("post") ?? false
      forms.append(HTMLForm(id: tag["id"] ?? "", action: tag["action"] ?? "", method: isPost ? "post" : "get"))
      openForm = forms.count - 1
    case "input":
      closeList()
      let type = tag["type"].flatMap { $0.isEmpty ? nil : $0.lowercased() } ?? "text"
      let isSwitch = type == "checkbox" || type == "radio"
      add(tag, type: type, value: tag["value"] ?? (isSwitch ? "on" : ""), isChecked: isSwitch && tag["checked"] != nil)
    case "button":
      closeList()
      add(tag, type: tag["type"].flatMap { $0.isEmpty ? nil : $0.lowercased() } ?? "submit", value: tag["value"] ?? "")
    case "textarea":
      closeList()
      textArea = tag
    case "select":
      closeList()
      list = OpenList(tag: tag)
    case "option", "optgroup", "hr":
      list?.closeOption()
      if tag.name == "option" { list?.open(tag) }
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "form":
      closeList()
      openForm = nil
    case "select": closeList()
    case "option", "optgroup": list?.closeOption()
    case "textarea": closeTextArea(text: "")
    default: break
    }
  }

  private mutating func closeTextArea(text: String) {
    guard let tag = textArea else { return }
    textArea = nil
    // The line break right behind the start tag is no content.
    let skipped = text.hasPrefix("\r\n") || text.hasPrefix("\n") ? 1 : 0
    add(tag, type: "textarea", value: String(text.dropFirst(skipped)))
  }

  private mutating func closeList() {
    guard var closed = list else { return }
    list = nil
    closed.closeOption()
    let options = closed.options.map(\.value)
    if closed.tag["multiple"] != nil {
      for option in closed.options {
        add(closed.tag, type: "select-multiple", value: option.value, isChecked: option.isSelected, options: options)
      }
    } else {
      let chosen =
        closed.options.last { $0.isSelected } ?? closed.options.first { !$0.isDisabled }
      add(closed.tag, type: "select", value: chosen?.value ?? "", options: options)
    }
  }

  private mutating func add(
    _ tag: HTMLTag,
    type: String,
    value: String,
    isChecked: Bool = false,
    options: [String] = []
  ) {
    if let action = tag["formaction"], !action.isEmpty, let openForm, tag["form"] == nil,
      forms[openForm].buttonActions.count < 64
    {
      forms[openForm].buttonActions.append(action)
    }
    guard let name = tag["name"], !name.isEmpty else { return }
    let field = HTMLForm.Field(
      name: name,
      value: value,
      type: type,
      isChecked: isChecked,
      isDisabled: tag["disabled"] != nil,
      options: options
    )
    if let owner = tag["form"] {
      fieldsOfNamedForms.append((owner, field))
    } else if let openForm {
      forms[openForm].fields.append(field)
    }
  }

  /// A `select` whose end has not come yet.
  private struct OpenList {
    let tag: HTMLTag
    var options: [(value: String, isSelected: Bool, isDisabled: Bool)] = []
    private var option: HTMLTag?
    private var text = ""

    init(tag: HTMLTag) {
      self.tag = tag
    }

    mutating func open(_ tag: HTMLTag) {
      option = tag
      text = ""
    }

    mutating func append(_ more: String) {
      if option != nil { text += more }
    }

    mutating func closeOption() {
      guard let tag = option else { return }
      option = nil
      let value = tag["value"] ?? HTMLTextWriter.collapsed(text)
      options.append((value, tag["selected"] != nil, tag["disabled"] != nil))
    }
  }
}
