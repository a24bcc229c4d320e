extension ParametresUtilisateur {
  package typealias Request = NoPayload
}
