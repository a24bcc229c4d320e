/// Leaves: the server drops the session (session document 12).
package enum SaisieDeconnexion: RemoteFunction {
  package static let name = "SaisieDeconnexion"
}
