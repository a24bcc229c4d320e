import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolCommunicationTests {
  private let now = LocalDateTime(date: SampleSchools.date("2026-11-25"), time: LocalTime(minuteOfDay: 600))

  // MARK: - News

  @Test(arguments: SampleSchools.days) func newsIsShownBeforeTodayAndInTheFirstHundredDays(day: String) throws {
    let school = try SampleSchools.school(day)
    let first = school.calendar.firstDay
    for key in [try school.mainStudent, try school.mainParent] {
      let news = try school.news(forPerson: key)
      #expect(news.count == 9)
      #expect(news.allSatisfy { first <= $0.start && $0.start <= max(school.calendar.today, first) })
      #expect(news.filter { $0.start <= first.adding(days: 100) }.count >= 7)
      #expect(news.contains { $0.isRead } && news.contains { !$0.isRead })
      #expect(news.allSatisfy { !$0.questions.isEmpty && $0.recipient.key == key && !$0.author.isEmpty })
      #expect(news.filter { !$0.isSurvey }.allSatisfy { $0.questions.count == 1 })
    }
  }

  @Test func surveysHaveEveryKindOfQuestion() throws {
    let school = try SampleSchools.school("2026-11-25")
    let questions = try school.news(forPerson: school.mainStudent).flatMap(\.questions)
    #expect(Set(questions.map(\.kind)) == [.acknowledgement, .text, .singleChoice, .multipleChoice, .information])
    #expect(questions.flatMap(\.choices).contains { $0.isFreeText })
    #expect(questions.flatMap(\.attachments).contains { $0.kind == .file })
    #expect(questions.flatMap(\.attachments).contains { $0.kind == .link })
  }

  @Test func newsIsReadAnsweredAndDeletedByOnePersonAlone() throws {
    let school = try SampleSchools.open("2026-11-25")
    let student = try school.mainStudent
    let parent = try school.mainParent
    let survey = try #require(try school.news(forPerson: student).first { $0.questions.count == 2 })
    #expect(try school.setNewsRead(person: student, news: survey.key, read: false))
    #expect(try school.news(survey.key, forPerson: student)?.isRead == false)
    let question = survey.questions[0]
    #expect(try school.answerNews(person: student, question: question.key, value: "[1,4]", freeText: "Judo", at: now))
    let answered = try #require(try school.news(survey.key, forPerson: student))
    #expect(answered.isRead)
    let answer = try #require(answered.questions[0].answer)
    #expect(answer.value == "[1,4]" && answer.freeText == "Judo" && answer.date == now)
    #expect(answered.questions[1].answer == nil)
    #expect(try school.news(survey.key, forPerson: parent)?.questions[0].answer == nil)
    #expect(try school.deleteNews(person: student, news: survey.key))
    #expect(try school.news(survey.key, forPerson: student) == nil)
    #expect(try !school.setNewsRead(person: student, news: survey.key, read: true))
    #expect(try school.news(survey.key, forPerson: parent) != nil)
    #expect(try !school.setNewsRead(person: student, news: 999, read: true))
    let information = try #require(
      try school.news(forPerson: student).flatMap(\.questions).first { $0.kind == .information }
    )
    #expect(try !school.answerNews(person: student, question: information.key, value: "", at: now))
  }

  // MARK: - Discussions

  @Test func mailboxesHoldOpenClosedTrashedAndUnreadDiscussions() throws {
    let school = try SampleSchools.school("2026-11-25")
    for key in [try school.mainStudent, try school.mainParent] {
      let discussions = try school.discussions(forPerson: key)
      #expect(discussions.count == 5)
      #expect(discussions.map(\.lastDate) == discussions.map(\.lastDate).sorted(by: >))
      #expect(discussions.contains { $0.isClosed })
      #expect(!discussions[0].isClosed && discussions[0].labels.isEmpty)
      #expect(discussions.contains { $0.labels == [.trash] } && discussions.contains { $0.labels == [.drafts] })
      #expect(discussions.contains { $0.initiator == nil } && discussions.contains { $0.initiator != nil })
      #expect(try school.discussions(forPerson: key, unreadOnly: true).map(\.subject) == ["Sortie au musée"])
      let thread = try #require(try school.thread(forPerson: key, possessions: discussions[0].possessionKeys))
      #expect(thread.messages.count == 3)
      #expect(thread.messages.map(\.sourceKey) == [nil, thread.messages[0].key, thread.messages[1].key])
      #expect(thread.messages.map(\.isMine) == [false, true, false])
      #expect(thread.messages[2].isHTML && !thread.messages[2].isRead)
      #expect(thread.messages.flatMap(\.attachments).count == 1)
      #expect(try school.participants(ofMessage: thread.messages[0].key, for: key).count == 2)
    }
  }

  @Test func repliesReachEverybodyAndClosedDiscussionsRefuseThem() throws {
    let school = try SampleSchools.open("2026-11-25")
    let parent = try school.mainParent
    let teacher = try #require(try school.account(login: "demonstration", space: .teacher)?.person.key)
    let discussion = try school.discussions(forPerson: parent)[0]
    let before = try #require(try school.thread(forPerson: parent, possessions: discussion.possessionKeys))
    let target = try #require(before.replyKey)
    let unread = try school.discussions(forPerson: teacher, unreadOnly: true).map(\.key)
    let reply = try school.reply(by: parent, toMessage: target, content: "Très bien.", isHTML: false, at: now)
    let after = try #require(try school.thread(forPerson: parent, possessions: discussion.possessionKeys))
    #expect(after.messages.last?.key == reply)
    #expect(after.messages.last?.content == "Très bien.")
    #expect(after.messages.last?.isRead == true)
    let nowUnread = try school.discussions(forPerson: teacher, unreadOnly: true).map(\.key)
    #expect(Set(nowUnread).subtracting(unread) == [discussion.key])

    let closed = try #require(try school.discussions(forPerson: parent).first { $0.isClosed })
    #expect(
      try school.reply(by: parent, toMessage: closed.firstMessageKey, content: "?", isHTML: false, at: now) == nil
    )
    let stranger = try #require(try school.students(ofClass: 1).last?.key)
    #expect(try school.reply(by: stranger, toMessage: target, content: "?", isHTML: false, at: now) == nil)
    #expect(try school.thread(forPerson: stranger, possessions: discussion.possessionKeys) == nil)
    #expect(try school.participants(ofMessage: target, for: stranger).isEmpty)
  }

  @Test func messagesAreReadTrashedRestoredAndDeleted() throws {
    let school = try SampleSchools.open("2026-11-25")
    let student = try school.mainStudent
    let discussion = try school.discussions(forPerson: student)[0]
    let keys = discussion.possessionKeys
    #expect(discussion.unreadCount == 1)
    #expect(try school.setMessagesRead(person: student, possessions: keys, read: true) == 1)
    #expect(try school.discussions(forPerson: student)[0].unreadCount == 0)
    let parent = try school.mainParent
    #expect(try school.moveToTrash(person: parent, possessions: keys) == 0)
    #expect(try school.moveToTrash(person: student, possessions: keys) == 3)
    #expect(try school.discussions(forPerson: student)[0].labels == [.trash])
    #expect(try school.restoreFromTrash(person: student, possessions: keys) == 3)
    #expect(try school.discussions(forPerson: student)[0].labels.isEmpty)
    #expect(try school.deleteMessages(person: student, possessions: keys) == 3)
    #expect(try !school.discussions(forPerson: student).map(\.key).contains(discussion.key))
  }

  @Test func draftsAreSavedChangedAndSent() throws {
    let school = try SampleSchools.open("2026-11-25")
    let student = try school.mainStudent
    let discussion = try school.discussions(forPerson: student)[0]
    func save(_ text: String, _ possession: Int64?) throws -> Int64? {
      try school.saveDraft(
        by: student,
        toMessage: discussion.firstMessageKey,
        possession: possession,
        content: text,
        isHTML: false,
        at: now
      )
    }
    let draft = try #require(try save("Bro", nil))
    #expect(try save("Brouillon", draft) == draft)
    let changed = try #require(try school.discussions(forPerson: student).first { $0.key == discussion.key })
    #expect(changed.draftCount == 1 && changed.messageCount == discussion.messageCount)
    let thread = try #require(try school.thread(forPerson: student, possessions: [draft]))
    #expect(thread.messages.last?.isDraft == true && thread.messages.last?.content == "Brouillon")
    #expect(try school.sendDraft(by: student, possession: draft, content: nil, at: now) != nil)
    let sent = try #require(try school.discussions(forPerson: student).first { $0.key == discussion.key })
    #expect(sent.draftCount == 0 && sent.messageCount == discussion.messageCount + 1)
    #expect(try school.sendDraft(by: student, possession: draft, content: nil, at: now) == nil)
  }

  @Test func discussionsAreStartedWithThoseWhoAcceptThem() throws {
    let school = try SampleSchools.open("2026-11-25")
    let student = try school.mainStudent
    let teachers = try school.recipients(forPerson: student, student: nil, kind: .teacher)
    #expect(teachers.count >= 10 && teachers.filter(\.isHeadTeacher).count == 1)
    #expect(teachers.allSatisfy { !$0.subjects.isEmpty })
    let willing = try #require(teachers.first { $0.acceptsDiscussions })
    let key = try school.startDiscussion(
      by: student,
      subject: "Question",
      content: "Bonjour",
      isHTML: false,
      recipients: [willing.person.key, -1],
      at: now
    )
    let started = try #require(key)
    let own = try #require(try school.discussions(forPerson: student).first { $0.key == started })
    #expect(own.initiator == nil && own.unreadCount == 0)
    let theirs = try #require(try school.discussions(forPerson: willing.person.key).first { $0.key == started })
    #expect(theirs.unreadCount == 1 && theirs.initiator == "PARENT Fanny")
    let refused = try school.startDiscussion(
      by: student,
      subject: "",
      content: "",
      isHTML: false,
      recipients: [-1, student],
      at: now
    )
    #expect(refused == nil)
    #expect(try school.setDiscussionClosed(person: student, discussion: started, closed: true))
    #expect(try !school.setDiscussionClosed(person: willing.person.key, discussion: started, closed: false))
    let staff = try school.recipients(forPerson: student, student: nil, kind: .staff)
    #expect(staff.count >= 8 && staff.allSatisfy { $0.function != nil })
  }
}
