/// What the official client sends on each change of tab; keeps a session alive (session document 12).
package enum Navigation: RemoteFunction {
  package static let name = "Navigation"
}
