extension SaisieDeconnexion {
  package typealias Response = NoPayload
}
