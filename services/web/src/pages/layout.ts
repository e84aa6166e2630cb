import { Html, html } from '../html.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5b6470; --line: #d9dde3; --paper: #fdfdfb; --tint: #f2f3ef; --yes: #17693f; --no: #a4262c; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a3acb8; --line: #343a42; --paper: #15181c; --tint: #1d2127; --yes: #6cc494; --no: #f08a8f; --link: #8cc0f0; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; gap: 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header a { color: inherit; text-decoration: none; } header .name { font: 600 1.25rem Georgia, serif; }
a { color: var(--link); } h1 { font: 600 1.6rem/1.25 Georgia, serif; margin: .5rem 0 1rem; } h2 { font: 600 1.15rem Georgia, serif; margin: 2rem 0 .75rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-bottom: 1rem; } label { display: grid; gap: .2rem; font-size: .85rem; color: var(--soft); }
input, select, button { font: inherit; padding: .4rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; } button { cursor: pointer; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; } th { text-align: left; color: var(--soft); font-weight: 600; font-size: .85rem; }
th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } td.number { font-weight: 600; }
.soft { color: var(--soft); } .agreed { color: var(--yes); } .disputed { color: var(--no); } blockquote { margin: .25rem 0; padding: 0 0 0 .9rem; border-left: 3px solid var(--line); } mark { background: none; color: inherit; font-weight: 700; }
.lead { font-size: 1.15rem; max-width: 60rem; } .value { font: 600 2.2rem/1.1 Georgia, serif; margin: 0; } .claims { list-style: none; padding: 0; } .claims > li { padding: .9rem 0; border-top: 1px solid var(--line); } .copy { margin-left: 2rem; }
h3 { font: 600 1rem/1.3 system-ui, sans-serif; margin: 1.25rem 0 .35rem; } .nowrap { white-space: nowrap; } .origins, .disputes { list-style: none; padding: 0; } .origins > li { border-top: 1px solid var(--line); }
.claim { padding: .3rem 0; overflow-wrap: anywhere; } .copy.claim { margin-left: 0; } .copy > .head { padding-left: 1.5rem; } @media (min-width: 50rem) { .claim { display: grid; grid-template-columns: 22rem 1fr; column-gap: 1rem; } .claim > * { grid-column: 2; } .claim > .head { grid-column: 1; } .claim > .track { align-self: center; } } .track { position: relative; height: 14px; margin: .2rem 0 .35rem; background: var(--tint); border-radius: 3px; overflow: hidden; } .track i { position: absolute; top: 0; bottom: 0; } .track .band { background: var(--yes); opacity: .3; }
.track .bar { top: 4px; bottom: 4px; border-radius: 2px; background: var(--yes); } .track .no { background: var(--no); } .track .gone { background: var(--soft); } .axis { display: flex; width: 100%; justify-content: space-between; font-size: .85rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 2rem; } .sides strong { font-size: 1.25rem; } .disputes > li { border-top: 1px solid var(--line); padding-bottom: .5rem; } header { flex-wrap: wrap; } code { overflow-wrap: anywhere; }
.verdict { font-weight: 600; } footer { color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line); margin-top: 3rem; }
`;

/** A whole page: works without JavaScript and loads nothing from elsewhere. `pageStyle` is for this page only. */
export function layout(title: string, body: Html, pageStyle = ''): string {
  return `<!doctype html>${
    html`<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Newsledger</title><style>${new Html(STYLE + pageStyle)}</style></head>
<body>
<header><a class="name" href="/">Newsledger</a><nav aria-label="Main"><a href="/">Figures</a> · <a href="/disagreements">Disagreements</a> · <a href="/deals">Deals</a> · <a href="/reliability">Reliability</a> · <a href="/pipeline">Pipeline</a> · <a href="/read">Read a text</a></nav></header>
<main>${body}</main>
<footer>Every value is reconciled from what articles state; open a figure to see who says so.</footer>
</body>
</html>`.text
  }`;
}
