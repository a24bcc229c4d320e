/// Makes a pairing code for another device (session document 8.5). Tab 7.
package enum JetonAppliMobile: RemoteFunction {
  package static let name = "JetonAppliMobile"
}
