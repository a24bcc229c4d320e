/// What the pages look like. In the program itself, so that it runs from anywhere.
enum StyleSheet {
  static let text = """
    :root { color-scheme: light dark; --text: #1b1f24; --back: #ffffff; --quiet: #57606a; --line: #d0d7de;
      --link: #0b57a4; --on-link: #ffffff; --band: #f3f6f9 }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e6e9ed; --back: #14181d; --quiet: #a3adb8; --line: #3a424c; --link: #8ec2ff;
        --on-link: #0b1a2b; --band: #1c2229 }
    }
    * { box-sizing: border-box }
    body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: var(--text); background: var(--back) }
    header { background: var(--band); border-bottom: 1px solid var(--line) }
    nav, main { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem }
    nav { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1.5rem }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 0; padding: 0 }
    nav a { display: inline-block; padding: .75rem 0 }
    .brand { font-weight: 650; color: var(--text); text-decoration: none }
    main { padding-top: 1.5rem; padding-bottom: 3rem }
    h1 { font-size: 1.9rem; line-height: 1.25; margin: .5rem 0 1rem }
    a { color: var(--link); text-underline-offset: .2em }
    a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px }
    .button { display: inline-block; padding: .55rem 1.2rem; border-radius: .4rem; background: var(--link);
      color: var(--on-link); text-decoration: none; font-weight: 600; margin-right: 1rem }
    .button:hover { text-decoration: underline }
    .skip { position: absolute; left: -100rem }
    .skip:focus { left: 1rem; top: .5rem; background: var(--back); padding: .25rem .75rem }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
    strong, dt, dd, code, blockquote { overflow-wrap: anywhere }
    dl { margin: 0 0 2rem; border-top: 1px solid var(--line) }
    dl div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: 0 1rem; padding: .5rem 0;
      border-bottom: 1px solid var(--line) }
    dt { font-weight: 600 }
    dd { grid-column: 2; margin: 0 }
    @media (max-width: 32rem) { dl div { display: block } }
    blockquote { margin: 1rem 0; padding: .25rem 1rem; border-left: 4px solid var(--line); color: var(--quiet) }

    """
}
