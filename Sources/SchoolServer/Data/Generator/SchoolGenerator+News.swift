import GRDB
import SchoolModel

extension SchoolGenerator {
  private static let everybody = "3,4,5,34"

  /// Information and surveys; some of them read by the demonstration accounts.
  mutating func makeNews() throws {
    let categoryWriter = try RowWriter(db, "newsCategory", "key label")
    for (index, label) in ["Vie scolaire", "Administration", "Sorties et voyages"].enumerated() {
      try categoryWriter.insert(index + 1, label)
    }
    let drafts = NewsDraft.all
    let news = try RowWriter(
      db,
      "news",
      "key title authorKey categoryKey created start end isSurvey isAnonymous audience"
    )
    let questions = try RowWriter(db, "newsQuestion", "key newsKey rank title kind html maximumChoices")
    let choices = try RowWriter(db, "newsChoice", "key questionKey rank label isFreeText")
    let states = try RowWriter(db, "newsState", "newsKey personKey isRead isDeleted")
    let readers = cast.studentsWithAccounts + [cast.parent, cast.otherParent, cast.teacher]
    var questionKey: Int64 = 1
    var choiceKey: Int64 = 1
    for (index, draft) in drafts.enumerated() {
      let key = Int64(index + 1)
      let day = newsDay(index, of: drafts.count)
      let author = colleague(function: draft.author)?.key ?? cast.teacher
      let isSurvey = draft.questions.contains { $0.kind != .acknowledgement && $0.kind != .information }
      try news.insert(
        key,
        draft.title,
        author,
        draft.category,
        day.at(LocalTime(minuteOfDay: 552)).storedSeconds,
        day.dayNumber,
        max(calendar.today, day).adding(days: 30).dayNumber,
        isSurvey,
        draft.isAnonymous,
        SchoolGenerator.everybody
      )
      for (rank, question) in draft.questions.enumerated() {
        try questions.insert(
          questionKey,
          key,
          rank + 1,
          isSurvey ? "Question \(rank + 1)" : draft.title,
          question.kind.rawValue,
          question.html,
          question.maximum
        )
        for (choiceRank, choice) in question.choices.enumerated() {
          try choices.insert(choiceKey, questionKey, choiceRank + 1, choice, choice.hasPrefix("Autre"))
          choiceKey += 1
        }
        if let file = question.file { try attach(file, file: file, to: .newsQuestion, questionKey) }
        if let link = question.link {
          try attach("En savoir plus", url: link, to: .newsQuestion, questionKey, position: 1)
        }
        questionKey += 1
      }
      if index % 3 != 2 && index < drafts.count - 2 {
        for reader in readers { try states.insert(key, reader, true, false) }
      }
    }
  }

  /// Spreads news over the school days of the first hundred days, up to today; the last two are of the last two days.
  private func newsDay(_ index: Int, of count: Int) -> LocalDate {
    let days = pastSchoolDays
    if index >= count - 2 { return days[max(0, days.count - count + index)] }
    let early = days.filter { $0 <= calendar.firstDay.adding(days: 99) }
    return early[(early.count - 1) * index / max(1, count - 3)]
  }
}
