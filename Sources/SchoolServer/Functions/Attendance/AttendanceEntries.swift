import PronoteWire
import SchoolModel

/// Writes the entries of `listeAbsences`, a list of everything that happened, told apart by `G`.
struct AttendanceEntries: Sendable {
  static let absenceKind = 13
  static let delayKind = 14
  static let punishmentKind = 41
  static let observationKind = 46

  let context: FunctionContext

  func absence(_ absence: AbsenceRecord) -> JSONValue {
    [
      "N": .string(context.ids.id(.absence, absence.key)),
      "G": .integer(AttendanceEntries.absenceKind),
      "dateDebut": .wireDate(absence.start),
      // An absence that goes on ends now, for the time being. Clients do not expect a missing end.
      "dateFin": .wireDate(absence.end ?? max(absence.start, context.school.now)),
      "justifie": .bool(absence.isExcused),
      "ouverte": .bool(absence.isOpen),
      "reglee": .bool(absence.isSettled),
      "NbrHeures": .string(absence.hours),
      "NbrJours": .number("\(absence.days)"),
      "aJustifierParParents": .bool(absence.needsReason),
      "estMotifNonEncoreConnu": .bool(absence.reason == nil),
      "listeMotifs": .elements(absence.reason.map { [["L": .string($0)]] } ?? []),
    ]
  }

  func delay(_ delay: DelayRecord) -> JSONValue {
    [
      "N": .string(context.ids.id(.delay, delay.key)),
      "G": .integer(AttendanceEntries.delayKind),
      "date": .wireDate(delay.date),
      "duree": .integer(delay.minutes),
      "justifie": .bool(delay.isExcused),
      "justification": .string(delay.excuse),
      "reglee": .bool(delay.isSettled),
      "aJustifierParParents": .bool(delay.needsReason),
      "estMotifNonEncoreConnu": .bool(delay.reason == nil),
      "listeMotifs": .elements(delay.reason.map { [["L": .string($0)]] } ?? []),
    ]
  }

  func punishment(_ punishment: PunishmentRecord) -> JSONValue {
    .object(present: [
      "N": .string(context.ids.id(.punishment, punishment.key)),
      "G": .integer(AttendanceEntries.punishmentKind),
      "nature": .element([
        "L": .string(punishment.nature.label), "G": .integer(punishment.natureCode),
        "estProgrammable": .bool(punishment.isSchedulable), "estAvecARParent": false,
      ]),
      "dateDemande": .wireDate(punishment.date),
      "horsCours": .bool(punishment.slot == nil),
      "placeDemande": punishment.slot.map { .integer($0) },
      "estUneExclusion": .bool(punishment.isExclusion),
      "estLieAUnIncident": .bool(punishment.isLinkedToIncident),
      "travailAFaire": .string(punishment.work),
      "documentsTAF": context.attachments(punishment.workAttachments),
      "circonstances": .string(punishment.circumstances),
      "documentsCirconstances": context.attachments(punishment.circumstanceAttachments),
      "listeMotifs": .elements(punishment.reasons.map { ["L": .string($0)] }),
      "demandeur": .element(["L": .string(punishment.author)]),
      "estProgrammable": .bool(punishment.isSchedulable),
      "programmation": punishment.isSchedulable ? .elements(punishment.schedule.map(session)) : nil,
      "duree": punishment.minutes == 0 ? nil : .integer(punishment.minutes),
    ])
  }

  private func session(_ session: PunishmentSessionRecord) -> JSONValue {
    [
      "N": .string(context.ids.id(.punishmentSession, session.key)), "date": .wireDate(session.date),
      "placeExecution": .integer(session.slot), "duree": .integer(session.minutes),
    ]
  }

  func observation(_ observation: ObservationRecord) -> JSONValue {
    let subject: JSONValue =
      observation.subject.map { ["N": .string(context.ids.id(.subject, $0.key)), "L": .string($0.label)] }
      ?? ["N": "0"]
    return [
      "N": .string(context.ids.id(.observation, observation.key)),
      "G": .integer(AttendanceEntries.observationKind),
      "L": .string(observation.title),
      "date": .wireDate(observation.date),
      "genreObservation": .integer(observation.code),
      "rubrique": .element([
        "N": .string(context.ids.id(.section, observation.section.key)), "L": .string(observation.section.label),
      ]),
      "matiere": .element(subject),
      "commentaire": .string(observation.comment),
      "estLue": .bool(observation.isRead),
      "avecARObservation": .bool(observation.needsAcknowledgement),
      "demandeur": .element(["L": .string(observation.author)]),
    ]
  }
}
