/// The first call under the session key: who the user is, which children and tabs there are (session document 10).
package enum ParametresUtilisateur: RemoteFunction {
  package static let name = "ParametresUtilisateur"
}
