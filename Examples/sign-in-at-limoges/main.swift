import LemonLDAP
import WebSession
import WebTransport

try await AsyncHTTPTransport.withTransport { transport in
  let password = Secret(readLine() ?? "")
  let authenticator = try OneTimePasswordGenerator(text: Secret(readLine() ?? ""))
  let portal = try LemonLDAPPortal.limoges(transport: transport)
  var step = try await portal.signIn(username: CommandLine.arguments[1], password: password)
  if case .secondFactor(let factor) = step { step = try await factor.answer(authenticator) }
  guard case .signedIn(let session) = step else { return print(step) }
  print("Hello, \(try await session.currentUser() ?? "nobody")!")
  try await session.signOut()
}
