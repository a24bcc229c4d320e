/// The plain page of a notice, for applications that have no pages of their own.
struct NoticePage: Sendable {
  let notice: CASNotice

  var html: String {
    var body = "<h1>\(escape(notice.title))</h1>\n<p>\(escape(notice.explanation))</p>\n"
    if let words = serverWords { body += "<p>The sign-in service says: <q>\(escape(words))</q></p>\n" }
    if let signIn = notice.signIn { body += "<p><a href=\"\(escape(signIn))\">Sign in</a></p>\n" }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escape(notice.title))</title>
      <style>
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 10vh auto; padding: 0 1rem;
        color: #1a1a1a; background: #fff }
      a { color: #0b57a4 } a:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px }
      q { overflow-wrap: anywhere }
      </style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>
      """
  }

  private var serverWords: String? {
    let words = [notice.serverCode, notice.serverText].compactMap { $0 }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: ": ")
  }

  private func escape(_ text: String) -> String {
    var output = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }
}
