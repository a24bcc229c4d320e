extension Presence {
  package typealias Request = NoPayload
}
