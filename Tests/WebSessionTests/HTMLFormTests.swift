import Testing
import WebSession

@Suite struct HTMLFormTests {
  private func fields(_ html: String) -> [String] {
    HTMLPage(html).forms.flatMap(\.fields).map { "\($0.name)=\($0.value)" }
  }

  @Test func readsALoginFormAmongNoise() throws {
    let page = HTMLPage(
      """
      <body onload="try { Start ({h:'1'}) } catch (e) {}"><form id=lform action=/l?x=1&y=2 method=POST>
      <input type=hidden name=token value="a&#x41;&quot;"><input name=user><!-- <input name=c> -->
      <script>'<input name=evil>'</script><select name=p><option value=1>U<option value=2 selected>D</select></form>
      """
    )
    let form = try #require(page.forms.first)
    #expect(page.forms.count == 1)
    #expect(form.id == "lform")
    #expect(form.action == "/l?x=1&y=2")
    #expect(form.method == "post")
    #expect(form.fields.map { "\($0.name)=\($0.value)" } == ["token=aA\"", "user=", "p=2"])
    #expect(form.fields.map(\.type) == ["hidden", "text", "select"])
    #expect(form.value(of: "token") == "aA\"")
    #expect(page.attributes(named: "onload") == ["try { Start ({h:'1'}) } catch (e) {}"])
    #expect(page.scripts == ["'<input name=evil>'"])
  }

  @Test(
    arguments: [
      // Found by libFuzzer in the prototype.
      ("<select name=q><form><option value=1 selected></form>", []),
      ("<select name=q><option value=1></select><form><input name=a></form>", ["a="]),
      ("<form><input name=a></form><input name=b><form><input name=c></form>", ["a=", "c="]),
      ("<form><form><input name=a></form><input name=b>", ["a="]),
      ("<form><input><input name=''><input name=a>", ["a="]),
      ("<form><select name=s><option>One\n two<option>Three</select>", ["s=One two"]),
      ("<form><select name=s><option disabled>One<option value=>Two</select>", ["s="]),
      ("<form><select name=s><option disabled value=1>One<option value=2>Two</select>", ["s=2"]),
      ("<form><select name=s></select><select name=t>", ["s=", "t="]),
      ("<form><select name=s><option value=1>x<input name=a>", ["s=1", "a="]),
      ("<form><select name=s><option value=1><optgroup><option value=2 selected></optgroup></select>", ["s=2"]),
      ("<form><select name=s><option selected>a&amp;b<b>c</b></select>", ["s=a&bc"]),
      ("<form><textarea name=t>\n a<b>&eacute;\n</textarea>", ["t= a<b>é\n"]),
      ("<form><textarea name=t></textarea><textarea name=u>", ["t=", "u="]),
      ("<form><option value=1><input name=a>", ["a="]),
      (
        "<form id=f></form><input form=f name=late><input form=none name=lost><form><input name=in></form>",
        ["late=", "in="]
      ),
      ("<input form=f name=early><form id=f><input name=a></form>", ["a=", "early="]),
      ("<noscript><form><input name=a></form></noscript>", ["a="]),
    ] as [(String, [String])]
  )
  func fieldsBelongToTheRightForm(html: String, expected: [String]) {
    #expect(fields(html) == expected)
  }

  @Test func aFormInsideAFormDoesNotCount() {
    let forms = HTMLPage("<form id=outer><form id=inner><input name=a></form><input name=b>").forms
    #expect(forms.map(\.id) == ["outer"])
    #expect(forms.first?.fields.map(\.name) == ["a"])
  }

  @Test func switchesListsAndButtonsAreToldApart() throws {
    let form = try #require(
      HTMLPage(
        """
        <FORM METHOD=get>
        <input type=CheckBox name=c1 checked><input type=checkbox name=c2 value=x>
        <input type=radio name=r value=1><input type=radio name=r value=2 CHECKED>
        <select multiple name=m><option value=1 selected><option value=2><option value=3 selected></select>
        <button name=b value=go>Go</button><button type=button name=nb>No</button>
        <input type=submit name=s value=Send><input type=image name=i><input type=reset name=z>
        <input name=off disabled value=1><input type="" name=e value=2>
        </FORM>
        """
      ).forms.first
    )
    #expect(form.method == "get")
    #expect(form.fields.filter(\.isChecked).map { "\($0.name)=\($0.value)" } == ["c1=on", "r=2", "m=1", "m=3"])
    #expect(form.fields.filter(\.isButton).map(\.name) == ["b", "s", "i"])
    #expect(form.fields.first { $0.name == "m" }?.options == ["1", "2", "3"])
    #expect(form.submission().map { "\($0.name)=\($0.value)" } == ["c1=on", "r=2", "m=1", "m=3", "e=2"])
    #expect(
      form.submission(filling: [("e", "9"), ("new", "1")], pressing: "s").map { "\($0.name)=\($0.value)" }
        == ["c1=on", "r=2", "m=1", "m=3", "s=Send", "e=9", "new=1"]
    )
  }

  @Test func makesTheRequestABrowserWouldSend() throws {
    let page = address("https://auth.test/portal/?url=x")
    let post = try #require(
      HTMLPage("<form method=post action='/login?a=1'><input name=user><input name=token value='a b'></form>")
        .forms.first?.request(from: page, filling: [("user", "dwho")])
    )
    #expect(post.method == .post)
    #expect(post.address.description == "https://auth.test/login?a=1")
    #expect(post.body == Array("user=dwho&token=a+b".utf8))
    let get = try #require(
      HTMLPage("<form action='s?old=1'><input name=q value=é></form>").forms.first?.request(from: page)
    )
    #expect(get.method == .get)
    #expect(get.address.description == "https://auth.test/portal/s?q=%C3%A9")
    let same = try #require(HTMLPage("<form method=post></form>").forms.first?.request(from: page))
    #expect(same.address == page)
    #expect(HTMLPage("<form action='javascript:x()'></form>").forms.first?.request(from: page) == nil)
  }
}
