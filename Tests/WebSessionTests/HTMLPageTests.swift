import Testing
import WebSession

@Suite struct HTMLPageTests {
  let page = HTMLPage(
    """
    <!DOCTYPE html><html><head><title> PRONOTE &amp;\n co </title><style>p { color: red }</style>
    <script>one()</script></head><body id=main onload="go('&eacute;')" class="a  b">
    <noscript>Activez JavaScript</noscript><svg><title>no</title></svg>
    <div class="message error">La page a <b>expir&eacute;</b>.<div>Deux</div></div>
    <p class=error>Autre<span class=error>dedans</span></p><img class=error><script src=x></script><script>two()</script>
    <form onload=2></form></body></html>
    """
  )

  @Test func findsWhatAClientAsksFor() {
    #expect(page.title == "PRONOTE & co")
    #expect(page.scripts == ["one()", "two()"])
    #expect(page.attributes(named: "onload") == ["go('é')", "2"])
    #expect(page.firstElement(id: "main")?["onload"] == "go('é')")
    #expect(page.firstElement(id: "main")?.hasClass("b") == true)
    #expect(page.firstElement(id: "main")?.hasClass("") == false)
    #expect(page.firstElement(id: "other") == nil)
    #expect(page.elements(withClass: "error") == ["La page a expiré.\nDeux", "Autrededans"])
    #expect(page.elements(withClass: "message").count == 1)
    #expect(page.elements(withClass: "err").isEmpty)
  }

  @Test func textIsWhatAPersonReads() {
    #expect(page.text == "La page a expiré.\nDeux\nAutrededans")
  }

  @Test func anythingIsAPage() {
    for text in ["", "plain", "{\"json\":1}", "\u{0}", "<"] {
      let page = HTMLPage(text)
      #expect(page.title == nil)
      #expect(page.forms.isEmpty)
    }
    #expect(HTMLPage("plain <p>x").text == "plain\nx")
    #expect(HTMLPage("<p class=a>open").elements(withClass: "a") == ["open"])
    #expect(HTMLPage("<title></title>").title == nil)
  }
}
