extension JetonAppliMobile {
  package struct Request: WireMessage, Hashable {
    /// The four digits that the code is to be opened with.
    package var code: String

    package init(code: String) {
      self.code = code
    }

    package init(_ view: JSONView) throws(WireError) {
      code = try view.requiredText("code")
    }

    package var json: JSONValue { ["code": .string(code)] }
  }
}
