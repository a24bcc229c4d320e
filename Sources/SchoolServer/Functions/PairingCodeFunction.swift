import PronoteWire

/// Answers JetonAppliMobile: a one-time token under a PIN, good for ten minutes (session document 8.5).
enum PairingCodeFunction {
  static func answer(
    _ request: JetonAppliMobile.Request,
    _ context: FunctionContext
  ) throws -> JetonAppliMobile.Response {
    guard request.code.utf8.count == 4, request.code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw ServerRefusal.cannotProcess
    }
    let token = Hex.encode(RandomBytes.make(32), uppercase: true)
    let account = context.account
    try context.database.addPairingCode(token, account: account.key, at: context.school.configuration.now())
    let cipher = SessionCipher(keyMaterial: Array(request.code.utf8), vectorMaterial: nil)
    return JetonAppliMobile.Response(
      login: cipher.encrypt(text: account.login).uppercased(),
      jeton: cipher.encrypt(text: token).uppercased()
    )
  }
}
