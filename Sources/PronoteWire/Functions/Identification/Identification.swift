/// The second call: names the account and the way of signing in, and gets a challenge (session document 7.1, 7.2).
package enum Identification: RemoteFunction {
  package static let name = "Identification"
}
