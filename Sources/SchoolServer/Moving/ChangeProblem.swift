/// Why something cannot happen at the school. The message is part of a longer one.
struct ChangeProblem: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
