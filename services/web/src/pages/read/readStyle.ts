/** Kinds are told apart by their names in the text; tints and underlines only help the eye. */
export const readStyle = `
:root { --money: #d8efdf; --percent: #dce8fa; --physical: #fbe6c9; --duration: #ecdff5; --count: #fadfe3; --plain: #e6e8ea; }
@media (prefers-color-scheme: dark) { :root { --money: #17402a; --percent: #1c3557; --physical: #4a3413; --duration: #3b2a4b; --count: #4d2429; --plain: #2f353c; } }
body.read {
form.read { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); } form.read .whole { grid-column: 1 / -1; margin: 0; } textarea { font: inherit; width: 100%; padding: .5rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; resize: vertical; }
form.read input { width: 100%; color: var(--ink); } textarea { color: var(--ink); } .buttons { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; } button.chosen { background: var(--link); color: var(--paper); border-color: var(--link); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 2; padding: 1rem 1.25rem; background: var(--tint); border-radius: 6px; }
.span { padding: .1rem .3rem; border-radius: 4px; font-weight: 600; -webkit-box-decoration-break: clone; box-decoration-break: clone; } .tag { font: 600 .68rem/1 system-ui, sans-serif; letter-spacing: .03em; margin-left: .35rem; color: inherit; }
mark.span { color: var(--ink); } a.tag { text-decoration: none; } a.tag:hover { text-decoration: underline; } .noun { border-bottom: 2px dotted var(--soft); }
.money { background: var(--money); } .percent { background: var(--percent); } .physical { background: var(--physical); } .duration { background: var(--duration); } .count { background: var(--count); } .span.number { background: var(--plain); }
.span.typed { background: none; border: 1px dashed var(--soft); font-weight: 400; } .typed .tag { font-weight: 400; font-style: italic; } td .span, .span.number { white-space: nowrap; text-align: left; }
.legend { display: flex; flex-wrap: wrap; gap: .5rem; } .refusal { padding: .75rem 1rem; border: 1px solid var(--no); border-left-width: 6px; border-radius: 4px; }
tbody th { color: inherit; font-size: inherit; overflow-wrap: anywhere; min-width: 8rem; } tr:target { background: var(--tint); } td { white-space: nowrap; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1.5rem 2.5rem; } .chart { margin: 0; min-width: 0; } figcaption { font-weight: 600; margin-bottom: .35rem; }
.bars { list-style: none; margin: 0; padding: 0; } .bars li { display: grid; grid-template-columns: 9.5rem 1fr; gap: .75rem; align-items: center; } .bars svg { width: 100%; height: 1.15rem; display: block; }
.surface { font-size: .85rem; overflow-wrap: anywhere; } .axis { display: flex; width: auto; justify-content: space-between; margin-left: 10.25rem; font-size: .75rem; padding: 0 2%; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr)); column-gap: 2.5rem; } .claim { display: block; min-width: 0; border-top: 1px solid var(--line); padding: .75rem 0 1rem; } .claim h3 { margin: .25rem 0; font: 600 1.05rem Georgia, serif; } .claim table { font-size: .9rem; } .claim td { white-space: normal; overflow-wrap: break-word; } .claim tbody th { font-weight: 400; color: var(--soft); min-width: 6rem; } .claim td:nth-child(2) { font-weight: 600; }
.left-alone { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; } @media (max-width: 30rem) { .bars li { grid-template-columns: 6.5rem 1fr; } .axis { margin-left: 7.25rem; } }
}
`;
