/// A sign-in went another way than the test wants.
struct UnexpectedStep: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
