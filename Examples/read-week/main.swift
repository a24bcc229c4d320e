import Pronote
import SchoolModel
import WebSession
import WebTransport

try await AsyncHTTPTransport.withTransport { transport in
  let school = try School(url: "https://0310047h.index-education.net/pronote/eleve.html")
  let credentials = Credentials.password(username: "lou", password: Secret(readLine() ?? ""))
  let step = try await PronoteClient(transport: transport)
    .signIn(school: school, space: .student, credentials: credentials)
  guard case .signedIn(let session) = step, let student = await session.students.first else { return }
  let monday = await session.today.monday
  for lesson in try await session.timetable(for: student, in: monday...monday.adding(days: 6)).lessons {
    print(lesson.start, lesson.subject ?? "", lesson.isCancelled ? "cancelled" : "")
  }
  await session.signOut()
}
