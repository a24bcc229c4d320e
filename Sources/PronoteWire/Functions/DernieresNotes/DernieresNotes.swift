/// The grades and averages of one period (functions document 6). The 2020 notes call it `PageEmploiDuTemps`, wrongly.
package enum DernieresNotes: RemoteFunction {
  package static let name = "DernieresNotes"
}
