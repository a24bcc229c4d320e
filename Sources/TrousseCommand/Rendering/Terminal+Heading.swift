extension Terminal {
  /// A heading in a style, on as many lines as it needs.
  package func heading(_ text: String, _ style: TextStyle = .bold) -> [String] {
    let text = text.printable
    return (width.map { text.wrapped(toWidth: $0) } ?? [text]).map { style.applied(to: $0, colors: colors) }
  }
}
