extension Presence {
  package typealias Response = NoPayload
}
