/// Hands something to a closure that runs while its owner waits.
struct SendableBox<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
