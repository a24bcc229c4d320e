/// The third call: the answer to the challenge, for the session key (session document 7.5).
package enum Authentification: RemoteFunction {
  package static let name = "Authentification"
}
