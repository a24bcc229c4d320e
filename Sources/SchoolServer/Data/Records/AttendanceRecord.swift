/// The school life of one student over some days.
package struct AttendanceRecord: Hashable, Sendable {
  /// Absences that started in these days, oldest first.
  package var absences: [AbsenceRecord]
  /// Late arrivals, oldest first.
  package var delays: [DelayRecord]
  /// Punishments, oldest first.
  package var punishments: [PunishmentRecord]
  /// Observations, oldest first.
  package var observations: [ObservationRecord]
  /// Time attended and missed for each subject.
  package var subjects: [SubjectAttendanceRecord]
}
