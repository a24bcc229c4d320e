import Testing
import WebSession

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<div>Lire le chapitre&nbsp;2 &amp; r&eacute;pondre</div>", "Lire le chapitre 2 & répondre"),
    ("a<br>b<br/>c<BR >d", "a\nb\nc\nd"), ("a<br><br>b", "a\n\nb"), ("a<br><br><br><br>b", "a\n\nb"),
    ("<p>a</p><p>b</p>", "a\nb"), ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"), ("<div>a<br></div>b", "a\nb"),
    ("<p>a</p>\n\n<p>&nbsp;</p>\n<p>b</p>", "a\nb"), ("a <b>gras</b> et <i>c</i>.", "a gras et c."),
    ("a<b> b</b>", "a b"),
    ("  a \n\t b&nbsp;&nbsp; c  ", "a b c"), ("<h1>T</h1>x<h6>U</h6>", "T\nx\nU"),
    ("<ul><li>un</li><li><p>deux</p></li><li></li><li>trois</ul>fin", "- un\n- deux\n- trois\nfin"),
    ("À faire :<ol><li>a<li>b<ul><li>c</ul></ol>", "À faire :\n- a\n- b\n- c"), ("<li>a<br>b", "- a\nb"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", "a b\nc"),
    ("a<script>x<b</script>b<style>p{}</style>c<!-- d -->e", "abce"), ("<title>t</title>a", "a"),
    ("<template><p>x</p></template>a<noscript>b</noscript>c", "ac"), ("<a href='u?a&b'>lien</a>", "lien"),
    ("<o:p></o:p>Word<?xml:namespace prefix=o /><o:p>&nbsp;</o:p>", "Word"),
    ("", ""), ("<br>", ""), ("<p> </p>", ""), ("&nbsp;", ""), ("<ul><li></ul>", ""),
  ])
  func fragments(html: String, expected: String) {
    #expect(HTMLText.plain(html) == expected)
  }

  @Test(arguments: [
    "si x < 3 && y <z", "a<y", "1<2>0", "x<y et y>z", "je <3 les maths", "</3", "R&D", "a&b;c", "f(x)<g(x)", "<<<",
    "a <",
    "si a<b alors", "<inconnu>", "vecteur <u; v>", "2 <p", "a<!b", "x<", "&", "&#", "<?php", "éà<ç>", "a<_b>c",
  ])
  func textThatIsNoMarkupSurvives(text: String) {
    #expect(HTMLText.plain(text) == text)
  }

  @Test func markupAfterALonelyBracketIsStillMarkup() {
    #expect(HTMLText.plain("si x<y alors <b>oui</b>") == "si x<y alors oui")
    #expect(HTMLText.plain("si a<b et c <b>oui</b>") == "si a<b et c oui")
    #expect(HTMLText.plain("a<!-- x") == "a")
  }

  @Test(arguments: [
    ("<pre>a  b\n   c\n\n\nd</pre>e", "a  b\n   c\n\n\nd\ne"), ("<pre>\na\n</pre>b", "a\nb"),
    ("x<pre>  a</pre>", "x\n  a"),
    ("<pre>a&nbsp;b\r\nc</pre>", "a b\nc"), ("<pre>a<b>  b</b></pre>  c  d", "a  b\nc d"), ("<pre>a<br>b", "a\nb"),
  ])
  func preformattedTextIsKept(html: String, expected: String) {
    #expect(HTMLText.plain(html) == expected)
  }
}
