import SchoolModel

/// Homework with files, links and several lines of text.
enum SampleHomework {
  static let list = HomeworkList(
    student: SampleTimetable.student,
    days: SampleTimetable.monday...SampleTimetable.monday.adding(days: 6),
    homework: [
      Homework(
        id: "h1",
        due: SampleTimetable.monday.adding(days: 1),
        assigned: SampleTimetable.monday.adding(days: -3),
        subject: "MATHÉMATIQUES",
        text: "Exercices 3 et 4 page 42.\nApporter le compas, la règle et l'équerre pour la leçon de géométrie.",
        isDone: false,
        attachments: [
          Attachment(name: "énoncé.pdf", kind: .file),
          Attachment(name: "Vidéo", kind: .link, url: "https://exemple.fr/v"),
        ],
        minutes: 30,
        color: "#2338BB"
      ),
      Homework(
        id: "h2",
        due: SampleTimetable.monday.adding(days: 1),
        assigned: nil,
        subject: "FRANÇAIS",
        text: "Lire le chapitre 3",
        isDone: true
      ),
      Homework(
        id: "h3",
        due: SampleTimetable.monday.adding(days: 3),
        assigned: nil,
        subject: "EPS",
        text: "",
        isDone: false
      ),
    ]
  )
}
