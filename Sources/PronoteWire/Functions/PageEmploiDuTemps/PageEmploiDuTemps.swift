/// The timetable of a week, or of an interval (functions document 3.1).
package enum PageEmploiDuTemps: RemoteFunction {
  package static let name = "PageEmploiDuTemps"
}
