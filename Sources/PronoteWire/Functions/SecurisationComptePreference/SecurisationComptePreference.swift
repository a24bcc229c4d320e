/// Changes how an account is protected, from inside a session (session document 9.4). Tab 49.
package enum SecurisationComptePreference: RemoteFunction {
  package static let name = "SecurisationComptePreference"
}
