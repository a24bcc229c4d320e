/// How long a student attended and missed a subject.
package struct SubjectAttendanceRecord: Hashable, Sendable {
  /// The subject.
  package var subject: SubjectRecord
  /// Seconds of lessons that took place until today.
  package var secondsHeld: Int
  /// Seconds of them that the student missed.
  package var secondsMissed: Int
}
