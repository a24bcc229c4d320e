"""What the walks of a browser through the example site have in common: how a page is looked at."""

import base64
import json

failures = []
pages = []


def expect(condition, text):
    if not condition:
        failures.append(text)


# What can be measured of a page's looks: the lowest contrast of any text (WCAG 2.2, 1.4.3), and whether it has to be
# scrolled sideways.
LOOKS = """(() => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 ? m : [...m, 1]; };
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126*r + 0.7152*g + 0.0722*b; };
  const back = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c[3] > 0) return c; } return matchMedia('(prefers-color-scheme: dark)').matches ? [0,0,0,1] : [255,255,255,1]; };
  let lowest = 21;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(back(element))].sort((x, y) => y - x);
    lowest = Math.min(lowest, (a + 0.05) / (b + 0.05));
  }
  return { contrast: Math.round(lowest * 100) / 100,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth };
})()"""

STRUCTURE = """({ url: location.href, title: document.title, heading: document.querySelector('h1')?.textContent ?? '',
  headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
  language: document.documentElement.lang, text: document.querySelector('main')?.innerText ?? '',
  nameless: [...document.querySelectorAll('a, button')].filter(e => !e.textContent.trim() && !e.ariaLabel).length,
  scripts: document.querySelectorAll('script, img').length })"""


class Walk:
    """A person with a browser in front of the site, whose address this knows."""

    def __init__(self, browser, site, screenshots):
        self.browser = browser
        self.site = site
        self.screenshots = screenshots

    def look(self, name, status, whose="CAS protected site"):
        """Looks at the page that is open, wide and narrow, light and dark."""
        browser = self.browser
        seen = browser.run(STRUCTURE)
        response = browser.responses[-1]
        expect(response["status"] == status, f"{name}: status {response['status']}, not {status}")
        expect("ticket=" not in seen["url"], f"{name}: a ticket is in the address")
        expect(seen["headings"] == 1 and seen["mains"] == 1, f"{name}: not exactly one h1 and one main")
        expect(seen["language"] == "en" and seen["title"].endswith(whose), f"{name}: language or title")
        expect(seen["nameless"] == 0, f"{name}: a link without a name")
        expect(seen["scripts"] == 0, f"{name}: an element that no template holds")
        expect("content-security-policy" in {k.lower() for k in response["headers"]}, f"{name}: no policy")
        worst, overflow = 21, 0
        for scheme in ("light", "dark"):
            browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            for width in (1024, 320):
                browser.call(
                    "Emulation.setDeviceMetricsOverride", width=width, height=720, deviceScaleFactor=1, mobile=False
                )
                looks = browser.run(LOOKS)
                worst, overflow = min(worst, looks["contrast"]), max(overflow, looks["overflow"])
                if self.screenshots:
                    picture = browser.call("Page.captureScreenshot", format="png")["data"]
                    with open(f"{self.screenshots}/{name}-{scheme}-{width}.png", "wb") as file:
                        file.write(base64.b64decode(picture))
        expect(worst >= 4.5, f"{name}: contrast {worst} is below 4.5")
        expect(overflow <= 0, f"{name}: {overflow} pixels have to be scrolled sideways")
        pages.append({"name": name, "status": status, "heading": seen["heading"], "contrast": worst})
        return seen["text"]
