extension SaisieDeconnexion {
  package typealias Request = NoPayload
}
