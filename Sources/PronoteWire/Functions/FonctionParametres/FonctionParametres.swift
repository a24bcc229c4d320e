/// The first call of a session: hands over the client's seed and asks for the school's parameters
/// (session document 6).
package enum FonctionParametres: RemoteFunction {
  package static let name = "FonctionParametres"
}
