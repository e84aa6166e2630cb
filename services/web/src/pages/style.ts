import { hash } from 'node:crypto';
import { chartStyle } from './overTime/chartStyle.ts';
import { readStyle } from './read/readStyle.ts';

const COMMON = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5b6470; --line: #d9dde3; --paper: #fdfdfb; --tint: #f2f3ef; --yes: #17693f; --no: #a4262c; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a3acb8; --line: #343a42; --paper: #15181c; --tint: #1d2127; --yes: #6cc494; --no: #f08a8f; --link: #8cc0f0; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; gap: 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header a { color: inherit; text-decoration: none; } header .name { font: 600 1.25rem Georgia, serif; }
a { color: var(--link); } h1 { font: 600 1.6rem/1.25 Georgia, serif; margin: .5rem 0 1rem; } h2 { font: 600 1.15rem Georgia, serif; margin: 2rem 0 .75rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-bottom: 1rem; } label { display: grid; gap: .2rem; font-size: .85rem; color: var(--soft); }
input:focus-within, select:focus, textarea:focus { outline: 2px solid var(--link); outline-offset: 1px; }
input, select, button { font: inherit; font-size: .9rem; box-sizing: border-box; padding: .4rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; } input:not([type='checkbox']), select, button { min-height: 2.25rem; } button { cursor: pointer; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; } th { text-align: left; color: var(--soft); font-weight: 600; font-size: .85rem; }
th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } td.number { font-weight: 600; }
.soft { color: var(--soft); } .agreed { color: var(--yes); } .disputed { color: var(--no); } blockquote { margin: .25rem 0; padding: 0 0 0 .9rem; border-left: 3px solid var(--line); } mark { background: none; color: inherit; font-weight: 700; }
.lead { font-size: 1.15rem; max-width: 60rem; } .value { font: 600 2.2rem/1.1 Georgia, serif; margin: 0; } .claims { list-style: none; padding: 0; } .claims > li { padding: .9rem 0; border-top: 1px solid var(--line); } .copy { margin-left: 2rem; }
h3 { font: 600 1rem/1.3 system-ui, sans-serif; margin: 1.25rem 0 .35rem; } .nowrap { white-space: nowrap; } .origins, .disputes { list-style: none; padding: 0; } .origins > li { border-top: 1px solid var(--line); }
.claim { padding: .3rem 0; overflow-wrap: anywhere; } .copy.claim { margin-left: 0; } .copy > .head { padding-left: 1.5rem; } @media (min-width: 50rem) { .claim { display: grid; grid-template-columns: 22rem 1fr; column-gap: 1rem; } .claim > * { grid-column: 2; } .claim > .head { grid-column: 1; } .claim > .track { align-self: center; } } .track { position: relative; margin: .2rem 0 .35rem; background: var(--tint); border-radius: 3px; overflow: hidden; } .track svg { display: block; width: 100%; height: 14px; } .track .band { fill: var(--yes); opacity: .3; }
.track .yes { fill: var(--yes); } .track .no { fill: var(--no); } .track .gone { fill: var(--soft); } .track .beyond { position: absolute; top: 0; font-size: .75rem; line-height: 14px; color: var(--ink); background: var(--tint); padding: 0 .3rem; white-space: nowrap; } .beyond.left { left: 0; } .beyond.right { right: 0; } .axis { display: flex; width: 100%; justify-content: space-between; font-size: .85rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 2rem; } .sides strong { font-size: 1.25rem; } .disputes > li { border-top: 1px solid var(--line); padding-bottom: .5rem; } header { flex-wrap: wrap; } code { overflow-wrap: anywhere; }
.verdict { font-weight: 600; } ul.read { padding-left: 1.25rem; } .measures dt { font-weight: 600; margin-top: .6rem; } .measures dd { margin: 0; } .days { width: auto; } .days svg { max-width: 35vw; } main { overflow-wrap: break-word; } .days .yes { fill: var(--yes); } .stages { padding-left: 1.25rem; } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } s { text-decoration-color: var(--soft); }
.seek { margin: 0 0 .75rem; } .seek input { width: min(26rem, 60vw); } .health { color: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .45rem .75rem; } .overview { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 3rem; } .overview > div { min-width: 0; } .overview h2 { margin-top: 1.25rem; } .overview .sides { grid-template-columns: 1fr 1fr; }
.news { list-style: none; padding: 0; } .news > li { padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; } .news ul { padding-left: 1.1rem; margin: .2rem 0 0; } .kind { font-weight: 600; font-size: .85rem; } .now { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 3rem; } .now > div { min-width: 0; } .minutes .yes { fill: var(--yes); } th .soft { font-weight: 400; } fieldset { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; border: 1px solid var(--line); border-radius: 4px; padding: .75rem; margin: 0; } .read-as { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; } .read-as dt { color: var(--soft); } .read-as dd { margin: 0; overflow-wrap: anywhere; } footer { color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line); margin-top: 3rem; }
@media (max-width: 43.75rem) {
header nav a { display: inline-block; padding: .25rem 0; } .claims a, .read a { padding-block: .15rem; }
.rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .rows, .rows tbody { display: block; }
.rows tr { display: flex; flex-wrap: wrap; gap: .1rem .75rem; padding: .75rem 0; border-bottom: 1px solid var(--line); } .rows td, .rows tbody th { border: 0; padding: 0; text-align: left; }
.rows td.first { order: -1; font-size: 1.15rem; } .rows td.second { order: -1; align-self: center; } .rows td.mark { order: -1; margin-left: auto; } .rows .whole { flex-basis: 100%; } .rows td:empty { display: none; } .rows td[data-label]::before { content: attr(data-label) ' '; color: var(--soft); font-weight: 400; }
}
@media print { header nav, form:not(.marking), .marking button, .mark, .pages { display: none; } header, footer { max-width: none; padding-inline: 0; } a { color: inherit; } body { background: none; } details:not([open]) > :not(summary) { display: block; } details:not([open])::details-content { content-visibility: visible; } summary { display: none; } .wide { overflow: visible; } .nowrap { white-space: normal; } table { font-size: .72rem; } th { font-size: .68rem; } th, td { padding: .25rem .4rem .25rem 0; } main { max-width: none; padding: 0; } li, tr { break-inside: avoid; } }
`;

/** The one style sheet of all pages. */
export const STYLE_SHEET = COMMON + chartStyle + readStyle;

/** Where it is served: named after what it says, so that browsers may keep it for ever. */
export const STYLE_PATH = `/style-${hash('sha256', STYLE_SHEET).slice(0, 12)}.css`;
