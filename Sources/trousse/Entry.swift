import TrousseCommand

@main
enum Entry {
  static func main() async {
    await TrousseMain.run()
  }
}
