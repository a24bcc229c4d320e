import GRDB
import SchoolModel

extension SchoolGenerator {
  /// Discussions of the demonstration accounts with teachers and staff.
  mutating func makeDiscussions() throws {
    let cpe = colleague(function: "cpe")?.key ?? cast.teacher
    let secretary = colleague(function: "secretary")?.key ?? cast.teacher
    let english = schoolClass(cast.mainClass).teacherBySubject[SubjectPlan.english] ?? cast.teacher
    var drafts: [DiscussionDraft] = []
    for reader in [cast.student, cast.parent] + cast.studentsWithAccounts.dropFirst() {
      drafts.append(
        DiscussionDraft(
          subject: "Sortie au musée",
          people: [cast.teacher, reader],
          messages: [
            .init(author: cast.teacher, text: "Bonjour, la sortie de jeudi est confirmée.", daysAgo: 5),
            .init(author: reader, text: "Merci. À quelle heure partons-nous ?", daysAgo: 4),
            .init(
              author: cast.teacher,
              text: "<div>À <strong>9&nbsp;h</strong>, devant la grille.</div>",
              daysAgo: 1,
              isUnread: true,
              isHTML: true,
              file: "plan du collège.pdf"
            ),
          ]
        )
      )
      drafts.append(
        DiscussionDraft(
          subject: "Carnet de liaison",
          people: [reader, cpe, cast.teacher],
          messages: [
            .init(author: reader, text: "Bonjour, le carnet a été oublié à la maison.", daysAgo: 9),
            .init(author: cpe, text: "Bien noté, bonne journée.", daysAgo: 8),
          ]
        )
      )
      drafts.append(
        DiscussionDraft(
          subject: "Fermeture exceptionnelle du secrétariat",
          people: [secretary, reader],
          isClosed: true,
          messages: [.init(author: secretary, text: "Le secrétariat sera fermé vendredi après-midi.", daysAgo: 12)]
        )
      )
      drafts.append(
        DiscussionDraft(
          subject: "",
          people: [english, reader],
          isTrashed: true,
          messages: [.init(author: english, text: "Ancien message sans objet.", daysAgo: 20)]
        )
      )
      drafts.append(
        DiscussionDraft(
          subject: "Rendez-vous",
          people: [reader, english],
          draft: "Je vous remercie et",
          messages: [
            .init(author: reader, text: "Pourrions-nous convenir d'un rendez-vous ?", daysAgo: 7),
            .init(author: english, text: "Volontiers, lundi à 17 h.", daysAgo: 6),
          ]
        )
      )
    }
    drafts.append(
      DiscussionDraft(
        subject: "Conseil de classe de 3A",
        people: [cpe, cast.teacher],
        messages: [.init(author: cpe, text: "Peux-tu m'envoyer la synthèse ?", daysAgo: 2, isUnread: true)]
      )
    )
    var writer = try DiscussionWriter(db)
    for draft in drafts {
      for (message, file) in try writer.write(draft, today: calendar.today) {
        try attach(file, file: file, to: .message, message)
      }
    }
  }
}
