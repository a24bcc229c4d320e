/// The lesson notebook: homework on tab 88, lesson content on tab 89 (functions document 10.1, 10.2).
package enum PageCahierDeTexte: RemoteFunction {
  package static let name = "PageCahierDeTexte"
}
