/// Keeps a session alive on servers before 2024.3.9 (session document 12).
package enum Presence: RemoteFunction {
  package static let name = "Presence"
}
