/** The style sheet of all pages. Quiet: one ink, one accent, tints for the kinds of words (told apart by line too, for eyes that see few colours, and for print). */
export const style = `
:root { color-scheme: light; --ink: #1c2430; --soft: #566070; --line: #dfe3e8; --paper: #fff; --ground: #f6f7f9; --accent: #0b5a8a; --accent-soft: #e6f0f6;
  --done: #0a6650; --open: #a04400; --none: #5c6470; --warn: #8a5a00; --bad: #a61c28;
  --sans: system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "STSong", "SimSun", serif; }
*, ::before, ::after { box-sizing: border-box; }
html { font: 15px/1.65 var(--sans); color: var(--ink); background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; line-break: strict; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1, h2, h3, h4 { line-height: 1.35; margin: 0; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.55rem; } h2 { font-size: 1.1rem; } h3 { font-size: 1rem; } h4 { font-size: .82rem; color: var(--soft); }
p { margin: 0; } ul, ol { margin: 0; padding-left: 1.3em; } dl, dd, figure { margin: 0; } small { font-size: .86em; color: var(--soft); }
code { font: .92em ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
time, .num, .pill { font-variant-numeric: tabular-nums; }
.skip { position: absolute; left: -99em; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .8rem; z-index: 9; }
main { max-width: 84rem; margin: 0 auto; padding: 1.4rem 1.2rem 3rem; } .wide main { max-width: none; }
footer { max-width: 84rem; margin: 0 auto; padding: .8rem 1.2rem 2rem; color: var(--soft); font-size: .86rem; border-top: 1px solid var(--line); }
.wide footer { max-width: none; }

.pill { display: inline-block; padding: 0 .6em; border-radius: 1em; border: 1px solid var(--line); background: var(--paper); font-size: .82rem; line-height: 1.7; white-space: nowrap; color: var(--none); }
.s-completed, .st-done, .c-closed { color: var(--done); border-color: #9fcfc0; background: #eef8f4; }
.s-basically_completed, .s-on_schedule, .c-submitted { color: #175c76; border-color: #a9cddd; background: #eef6fa; }
.s-in_progress, .st-open { color: var(--open); border-color: #e6c29f; background: #fdf5ec; }
.s-behind_schedule, .s-not_started { color: var(--bad); border-color: #e5b3b3; background: #fcf0f0; }
.corrected { color: #6b3d8f; border-color: #cdb6e0; background: #f7f1fb; }
.sev { display: inline-block; font-size: .8rem; line-height: 1.5; padding: 0 .45em; border-radius: .25em; border: 1px solid var(--line); color: var(--soft); background: var(--paper); text-decoration: none; }
.sev.d-warning { color: var(--warn); border-color: #e3cb93; background: #fdf8ea; } .sev.d-error { color: var(--bad); border-color: #e5b3b3; background: #fcf0f0; } .sev.ok { color: var(--done); border-color: #9fcfc0; background: #eef8f4; }
.msg { display: block; color: var(--soft); }

/* A report: records and words side by side, each scrolling on its own. */
.report { display: grid; gap: 1.2rem; }
.records, .words { min-width: 0; }
.records > h1 { text-wrap: pretty; font-family: var(--serif); font-size: 1.45rem; margin-bottom: .7rem; }
.facts { display: grid; gap: .3rem 1.2rem; } .facts > div { display: grid; grid-template-columns: 6.5em 1fr; gap: .6em; } .facts dt { color: var(--soft); font-size: .88rem; padding-top: .08em; }
.facts ul { list-style: none; padding: 0; } .head { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; }
.source { font-size: .9rem; } .earlier { background: #fdf8ea; border: 1px solid #e3cb93; padding: .4rem .8rem; margin: 0 0 .8rem; border-radius: .4rem; color: var(--warn); }
.uncertain { margin: 1rem 0 1.2rem; padding: .8rem 1rem; border: 1px solid #e3cb93; border-left: .3rem solid #c98a00; background: #fffdf5; border-radius: .4rem; display: grid; gap: .5rem; }
.uncertain.quiet { border-color: var(--line); border-left-color: #4b9a82; background: var(--paper); } .uncertain h2 { font-size: 1rem; }
.diagnostics { list-style: none; padding: 0; display: grid; gap: .35rem; font-size: .92rem; }
.item { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem 1rem; margin-bottom: .9rem; display: grid; gap: .6rem; scroll-margin-top: .5rem; }
.item:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.item > header { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; } .item h3 a { text-decoration: none; } .item .more { margin-left: auto; font-size: .86rem; }
.seq { display: inline-block; min-width: 1.6em; text-align: center; border-radius: .25em; background: var(--accent); color: #fff; font-size: .82rem; font-variant-numeric: tabular-nums; padding: 0 .35em; }
h3 .label { font-family: var(--serif); }
.category { font-size: .88rem; color: var(--soft); } .problem { font-family: var(--serif); font-size: 1.06rem; font-weight: 600; line-height: 1.7; }
.field { display: grid; gap: .2rem; } .field h4 { border-bottom: 1px solid var(--line); padding-bottom: .1rem; }
.tree { list-style: none; padding-left: 0; display: grid; gap: .3rem; } .tree .tree { padding-left: 1.1em; margin-top: .3rem; border-left: 2px solid var(--line); }
.tree .label, .tree b { font-weight: 600; margin-right: .25em; } .told { display: flex; flex-wrap: wrap; gap: 0 1.2em; font-size: .88rem; color: var(--soft); padding-left: .9em; }
.targets { list-style: none; padding: 0; display: grid; gap: .15rem; font-size: .94rem; } .targets b { font-variant-numeric: tabular-nums; }
.mentions summary, details > summary { cursor: pointer; color: var(--soft); font-size: .88rem; } .mentions dl { display: grid; gap: .2rem; margin-top: .3rem; font-size: .92rem; }
.mentions dl > div { display: grid; grid-template-columns: 5em 1fr; gap: .6em; } .mentions dt { color: var(--soft); }
button.quiet { min-height: 1.6rem; padding: 0 .6rem; font-size: .86rem; border-color: #b6bec8; } .corrections form:not(.filters) { display: inline; } .corrections { list-style: none; padding: .4rem .7rem; background: #f7f1fb; border-radius: .3rem; font-size: .92rem; } 
a.p { color: inherit; text-decoration: none; border-radius: .15em; } a.p:hover { text-decoration: underline; text-decoration-style: dotted; }
a.p.on, a.p:target { background: #fff1b8; box-shadow: 0 0 0 2px #fff1b8; }
.words > h2 { margin-bottom: .4rem; }
.text { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1.2rem 1.6rem 1.6rem 2.6rem; font: 1.02rem/1.95 var(--serif); text-align: justify; }
.text p { position: relative; } .text p.starts { margin-top: .7rem; }
.no { position: absolute; left: -2.3rem; width: 1.9rem; text-align: center; font: .76rem/1.8 var(--sans); background: var(--accent); color: #fff; text-decoration: none; border-radius: .25em; top: .28rem; font-variant-numeric: tabular-nums; }
.no.within { position: static; display: inline-block; margin: 0 .2em; } .text a:not(.no) { color: inherit; text-decoration-line: none; scroll-margin-block: 4rem; } .text a:not(.no):hover { box-shadow: 0 0 0 2px #c9d4de; }
.text i { scroll-margin-block: 5rem; }
.k-category { background: #ececf1; } .k-problem { background: #fdebc8; } .k-goal { background: #dcebfa; } .k-measure { background: #e2f2e4; } .k-progress { background: #ece4f6; }
.text .k-party, .legend .k-party { background: #fbe3ea; box-shadow: inset 0 -2px #d5879f; } .text .k-deadline, .legend .k-deadline { background: #fde0cd; box-shadow: inset 0 -2px #d98246; }
.text .k-status, .legend .k-status { background: #cfeee6; box-shadow: inset 0 -2px #2f9a80; } .text .k-declared, .legend .k-declared, .text .k-head { background: #e7e7df; box-shadow: inset 0 -2px #9a9a7c; }
a.p.k-category, a.p.k-problem, a.p.k-goal, a.p.k-measure, a.p.k-progress { background: none; }
.item a.p.k-party, .item a.p.k-deadline, .item a.p.k-status { border-bottom: 2px solid; } .item a.p.k-party { border-color: #e3a9bb; } .item a.p.k-deadline { border-color: #e3ab83; } .item a.p.k-status { border-color: #7cc3b1; }
.v { text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .28em; } .text a.v:not(.no) { text-decoration-line: underline; text-decoration-thickness: 1.5px; text-underline-offset: .28em; }
.text .v.k-quantity, .legend .k-quantity, a.p.k-quantity, .text .v.k-target { text-decoration-color: #0072b2; } .text .v.k-date, .legend .k-date, a.p.k-date { text-decoration-color: #b04a00; text-decoration-style: dashed; }
.text .v.k-reference, .legend .k-reference, a.p.k-reference { text-decoration-color: #55606c; text-decoration-style: dotted; } .text .v.k-place, .legend .k-place, a.p.k-place { text-decoration-color: #007a5e; text-decoration-style: double; }
.mentions a.p.v { text-decoration: underline; margin-right: .5em; } .targets a.p.v { text-decoration: none; }
.text .d-warning, .text .d-error, .legend .d-warning { outline: 2px dotted #c07a00; outline-offset: 1px; } .text .d-error { outline-color: var(--bad); }
.text a.on, .text i:target + a, .text i:target + i + a, .text i:target + i + i + a { background: #ffdf6b; }
.legend { list-style: none; padding: 0; margin: 0 0 .6rem; display: flex; flex-wrap: wrap; gap: .2rem .8rem; font-size: .82rem; } .legend span { padding: .05rem .3rem; }

/* Navigation, lists, tables. */
.nav { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1.4rem; padding: .55rem 1.2rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.brand { font-family: var(--serif); font-size: 1.25rem; font-weight: 700; letter-spacing: .08em; text-decoration: none; color: var(--ink); }
.nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; padding: 0; } .nav nav a { text-decoration: none; color: var(--soft); padding: .15rem 0; border-bottom: 2px solid transparent; display: inline-block; }
.nav nav a:hover { color: var(--ink); } .nav nav a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600; } .nav .lang { margin-left: auto; font-size: .88rem; }
main > h1 { margin-bottom: .7rem; } main > section, main > .charts, main > .pairs { margin-top: 1.8rem; } h2 small, h1 small { font-weight: 400; font-size: .8rem; }
section > h2 { margin-bottom: .5rem; } .lead { font-size: 1.02rem; } .more { margin-top: .4rem; font-size: .92rem; } .links { font-size: .9rem; margin: .2rem 0 .8rem; color: var(--soft); } .links a { margin-right: .4em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.figures { list-style: none; padding: 0; margin: .8rem 0 1.2rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .6rem; }
.figures li { background: var(--paper); border: 1px solid var(--line); border-top: .2rem solid #b3bac4; border-radius: .4rem; padding: .5rem .8rem; } .figures b { display: block; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; } .figures span { color: var(--soft); font-size: .88rem; }
.figures a { color: inherit; text-decoration: none; display: block; } .figures a:hover span { text-decoration: underline; } .figures .done { border-top-color: #4fb395; } .figures .open { border-top-color: #d55e00; } .figures .late { border-top-color: var(--bad); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 1rem; } .chart { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; min-width: 0; align-self: start; }
.chart figcaption { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: .4rem; } .chart .key { list-style: none; padding: 0; display: flex; gap: .9rem; font-size: .84rem; color: var(--soft); }
.chart .drawing > svg { display: block; width: 100%; height: auto; max-width: 100%; overflow: visible; } .chart text { white-space: pre; fill: var(--soft); font-family: var(--sans); } .chart details { margin-top: .4rem; }
.pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1.2rem; } .pairs > section { min-width: 0; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-top: 1px solid var(--line); } thead th { border-top: 0; font-weight: 600; font-size: .84rem; color: var(--soft); white-space: nowrap; } tbody th { font-weight: 400; } td.num, th.num { text-align: right; white-space: nowrap; }
tbody tr:hover { background: #fafbfc; } .old { color: var(--soft); } table.items { table-layout: fixed; } .items th:nth-child(1) { width: 40%; } .items th:nth-child(2) { width: 10%; } .items th:nth-child(3) { width: 11%; } .items th:nth-child(5) { width: 22%; } .items .of > a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; } .items .of > br { display: none; } .items time { white-space: nowrap; } td a, .history a, tbody th a { text-decoration-color: #b9cfdd; } .items td.num, .items th.num { text-align: left; white-space: normal; } .items td .pill { white-space: normal; line-height: 1.4; }
.main a { color: var(--ink); text-decoration-color: #c3cad3; } .items .main { font-family: var(--serif); } .main > a > .label { color: var(--soft); } .hit { font-family: var(--sans); font-size: .9rem; color: var(--soft); margin-top: .2rem; } mark { background: #ffe58a; color: inherit; padding: 0 .1em; border-radius: .15em; }
.deep-1 { padding-left: 1.2em; } .deep-2 { padding-left: 2.4em; } .deep-3 { padding-left: 3.6em; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: end; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: .4rem 0 1rem; }
label > span { display: block; font-size: .82rem; color: var(--soft); } label.check { display: flex; align-items: center; gap: .35em; min-height: 2.1rem; } label.check > span { font-size: .92rem; color: var(--ink); }
input, select, button { font: inherit; color: inherit; border: 1px solid #b6bec8; border-radius: .3rem; background: var(--paper); padding: .2rem .55rem; min-height: 2.1rem; max-width: 100%; } input[type=checkbox] { min-height: 0; width: 1.05rem; height: 1.05rem; } input[type=search] { width: 15rem; }
button { background: var(--accent); border-color: var(--accent); color: #fff; cursor: pointer; padding: .2rem 1rem; } button:hover { background: #084a72; } button[value=rejected], button.quiet { background: var(--paper); color: var(--accent); } .clear { font-size: .9rem; }
.listing { display: grid; gap: 1.2rem; } .listing > aside { display: grid; gap: .9rem; align-content: start; min-width: 0; } .listing > section { min-width: 0; }
.facet h3 { font-size: .84rem; color: var(--soft); margin-bottom: .15rem; } .facet ul { list-style: none; padding: 0; } .facet a { display: flex; justify-content: space-between; gap: .6em; text-decoration: none; color: var(--ink); padding: .08rem .4rem; border-radius: .25rem; font-size: .92rem; } .facet a:hover { background: #eceff3; } .facet a.on { background: var(--accent-soft); font-weight: 600; } .facet small { font-variant-numeric: tabular-nums; white-space: nowrap; }
.pages { display: flex; gap: 1.2rem; justify-content: center; margin: 1rem 0; }
.trail { font-size: .88rem; color: var(--soft); margin-bottom: .4rem; } .statement { font-family: var(--serif); font-size: 1.35rem; line-height: 1.6; text-wrap: pretty; }
.history { list-style: none; padding: 0 0 0 1.1rem; border-left: 2px solid var(--line); display: grid; gap: 1rem; } .history > li { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; position: relative; display: grid; gap: .4rem; } .history > li::before { content: ""; position: absolute; left: -1.5rem; top: 1rem; width: .7rem; height: .7rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--accent); } .history > .current::before { background: var(--accent); }
.links-to-decide { list-style: none; padding: 0; display: grid; gap: .8rem; } .links-to-decide > li { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; display: grid; gap: .5rem; } .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .4rem 1.4rem; font-family: var(--serif); } .two small { font-family: var(--sans); }
form:not(.filters) { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: end; margin: .4rem 0; } label.long { flex: 1 1 20rem; } label.long input { width: 100%; } #c-help { flex-basis: 100%; } .done[role=status] { color: var(--done); }
ul.uncertain { padding-left: 2rem; } #count { margin: .6rem 0; } #results { list-style: none; padding: 0; display: grid; gap: .6rem; } #results > li { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; }

@media (min-width: 60rem) { .listing { grid-template-columns: 13rem minmax(0, 1fr); } }
@media (max-width: 52rem) {
  table.cards, .cards tbody, .cards tr, .cards td { display: block; width: auto; } table.cards { border: 0; background: none; } .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; margin-bottom: .6rem; } .cards td { border: 0; padding: .1rem 0; text-align: left; white-space: normal; } .cards td:not(.main)::before { content: attr(data-label) " "; color: var(--soft); font-size: .84rem; margin-right: .5em; font-family: var(--sans); } .cards td br { display: none; }
  .listing > aside { order: 2; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); } .filters { display: grid; grid-template-columns: 1fr 1fr; } .filters input, .filters select { width: 100%; } .filters label.check input { width: 1.05rem; }
}

@media (min-width: 60rem) {
  .report { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .report > section { height: calc(100vh - 2.5rem); overflow: auto; padding-right: .6rem; position: sticky; top: 1rem; scrollbar-width: thin; }
  .legend { position: sticky; top: 0; background: var(--ground); padding: .3rem 0; z-index: 1; }
}
@media (max-width: 40rem) { html { font-size: 14px; } main { padding: 1rem .8rem 2rem; } .text { padding: 1rem .9rem 1rem 2.3rem; } .no { left: -2.1rem; } .facts > div { grid-template-columns: 5.2em 1fr; } h1 { font-size: 1.3rem; } }
@media print {
  @page { margin: 16mm 14mm; }
  html { font-size: 10.5pt; background: none; } main { padding: 0; max-width: none; } .skip, .nav, .filters, form, .links, .pages { display: none; }
  .report { display: block; } .report > section { height: auto; overflow: visible; position: static; } .words { break-before: page; }
  .item, .text, .head { border-color: #bbb; border-radius: 0; } .item > header, h2, h3, h4 { break-after: avoid; } tr, .told, .targets li { break-inside: avoid; }
  .text a, .text span, .legend span, .pill, .sev, .seq, .no { print-color-adjust: exact; -webkit-print-color-adjust: exact; } a { color: inherit; } details > summary { color: var(--soft); }
}
`
