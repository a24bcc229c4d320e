/// The second factor, between Authentification and ParametresUtilisateur (session document 9.2). Without a signature.
package enum SecurisationCompteDoubleAuth: RemoteFunction {
  package static let name = "SecurisationCompteDoubleAuth"
}
