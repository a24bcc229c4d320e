extension Navigation {
  package typealias Response = NoPayload
}
