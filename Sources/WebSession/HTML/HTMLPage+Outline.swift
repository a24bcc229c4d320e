extension HTMLPage {
  /// What kind of page this is, for reports about pages that nobody expected: the title's first words, and of each form
  /// its action without a query and the names of its fields. Holds no value of any field and no text of the page.
  public var outline: String {
    let title = title.map { "'\(String($0.unicodeScalars.filter { $0.value >= 0x20 }.prefix(60)))'" }
    let forms = forms.prefix(4).map { form in
      let action = form.action.prefix { $0 != "?" && $0 != "#" }.prefix(80)
      let names = form.fields.prefix(12).map { $0.name.prefix(24) }
      return "form \(form.method) '\(action)' [\(names.joined(separator: " "))]"
    }
    let parts = [title.map { "title \($0)" } ?? "no title"] + (forms.isEmpty ? ["no form"] : forms)
    return parts.joined(separator: "; ")
  }
}
