/** Of charts over time. What tells marks apart is their shape and place first, and their colour besides. */
export const chartStyle = `
.chart { margin: 0; min-width: 0; } .over-time { display: grid; grid-template-columns: 3.75rem minmax(0, 1fr); column-gap: .5rem; } .over-time.in-arrears { grid-template-columns: 3.75rem minmax(0, 4fr) minmax(0, 1fr); column-gap: .75rem; }
.plot { display: block; width: 100%; overflow: visible; } .plot.amounts { overflow: hidden; } .plot svg { overflow: visible; } .plot text { font: 12px system-ui, sans-serif; fill: var(--soft); font-variant-numeric: tabular-nums; }
.plot .grid { stroke: var(--line); } .plot .tick { stroke: var(--soft); } .plot .band { fill: var(--ink); opacity: .1; } .plot line.step { stroke: var(--ink); stroke-width: 2; stroke-linecap: square; }
.plot .yes { fill: var(--yes); stroke: var(--yes); } .plot .no { fill: none; stroke: var(--no); } .plot .gone { fill: none; stroke: var(--soft); } .plot g line { stroke-width: 2; } .plot g path { stroke-width: 2; }
.plot text.beyond { stroke: none; font-weight: 600; fill: var(--soft); } .plot text.beyond.no { fill: var(--no); } .plot text.beyond.yes { fill: var(--yes); } .plot line.flag { stroke: var(--soft); stroke-dasharray: 2 3; } .plot text.flag { font-weight: 700; fill: var(--ink); }
.key { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; font-size: .85rem; color: var(--soft); margin: .25rem 0 .75rem; } .key span::before { display: inline-block; margin-right: .4rem; font-weight: 700; }
.key .step::before { content: '━'; color: var(--ink); } .key .yes::before { content: '●'; color: var(--yes); } .key .no::before { content: '✕'; color: var(--no); } .key .gone::before { content: '✕'; color: var(--soft); } .key .flag::before { content: '1'; color: var(--ink); }
.tone { display: inline-block; min-width: 1.4em; text-align: center; font-size: .85rem; font-weight: 700; color: var(--paper); background: var(--tone); border-radius: 3px; }
.tone1 { --tone: var(--yes); --dash: none; } .tone2 { --tone: var(--link); --dash: 8 4; } .tone3 { --tone: var(--no); --dash: 3 3; } .tone4 { --tone: #7a5195; --dash: 10 3 2 3; } .tone5 { --tone: #8a6100; --dash: 1 4; } .tone6 { --tone: var(--soft); --dash: 14 5; }
@media (prefers-color-scheme: dark) { .tone4 { --tone: #c9a6e0; } .tone5 { --tone: #e0b95a; } }
.plot [class*=tone] .yes { fill: var(--tone); stroke: var(--tone); } .plot [class*=tone] .no, .plot [class*=tone] .gone { stroke: var(--tone); opacity: .6; } .plot [class*=tone] line.step { stroke: var(--tone); stroke-dasharray: var(--dash); } .plot [class*=tone] .band { fill: var(--tone); } .plot [class*=tone] text.beyond { stroke: none; opacity: 1; fill: var(--tone); }
td .flag { display: inline-block; min-width: 1.3em; text-align: center; font-size: .8rem; font-weight: 700; border: 1px solid var(--soft); border-radius: 3px; } details.same { margin-bottom: 1rem; } summary { cursor: pointer; }
@media (max-width: 43.75rem) { .over-time { grid-template-columns: 3.25rem minmax(0, 1fr); column-gap: .35rem; } .over-time.in-arrears { grid-template-columns: 3.25rem minmax(0, 3fr) minmax(0, 1fr); column-gap: .35rem; } .plot text { font-size: 11px; } }
`;
