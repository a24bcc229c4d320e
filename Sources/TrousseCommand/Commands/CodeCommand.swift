import ArgumentParser
import Foundation
import Pronote
import PronoteWire
import WebSession

/// `trousse qr`
struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qr",
    abstract: "Reads and makes pairing codes.",
    subcommands: [CodeReadCommand.self, CodeMakeCommand.self]
  )
}

/// `trousse qr read FILE`
struct CodeReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads the QR code in a picture, without any server.",
    discussion: #"JSON: {"text","login","token","url"}, the last three only with the right PIN"#
  )

  @Argument(help: "The picture, PNG or JPEG; - is standard input.")
  var file: String

  @Option(help: ArgumentHelp("The four digits of a pairing code: open it.", valueName: "digits"))
  var pin: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let texts = try CodePicture.texts(in: file)
    let text = texts.first { (try? PairingCode(decoding: $0)) != nil } ?? texts[0]
    guard let pin else {
      return try console.isJSON ? console.print(["text": .string(text)]) : console.print(texts)
    }
    do {
      let code = try PairingCode(decoding: text)
      let contents = try code.contents(pin: PairingPIN(pin))
      // Who has the picture and the PIN has all of this.
      let token = contents.token.reveal()
      if console.isJSON {
        try console.print([
          "text": .string(text), "login": .string(contents.login), "token": .string(token), "url": .string(code.url),
        ])
      } else {
        try console.print(["login: \(contents.login)", "token: \(token)", "url:   \(code.url)"].map(\.printable))
      }
    } catch {
      if console.isJSON {
        // The text alone is the result; why there is no more goes to standard error.
        try console.print(["text": .string(text)])
        guard var failure = CommandFailure(any: error, step: "pairing code") else { return }
        failure.hasPrinted = true
        throw failure
      }
      try console.print([text])
      throw error
    }
  }
}

/// `trousse qr make`
struct CodeMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Asks the school for a code with which another device can be paired, once, within ten minutes.",
    discussion: #"JSON: {"jeton","login","url"}, as the code holds it"#
  )

  @OptionGroup var pin: PairingPINOptions

  @Option(help: ArgumentHelp("Write the code as a PNG picture.", valueName: "file"))
  var png: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    try pin.require(canAsk: false)
    let pin = try pin.pin()
    try await options.withSession { session, console in
      let code = try await session.makePairingCode(pin: pin)
      console.progress(nil)
      try CodePicture.print(code, png: png, console)
    }
  }
}
