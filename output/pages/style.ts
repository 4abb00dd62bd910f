/** The style sheet of all pages. Quiet: one ink, one accent, tints for the kinds of words (told apart by line too, for eyes that see few colours, and for print). */
export const style = `
:root { color-scheme: light dark;
  --ink: #1c2430; --soft: #566070; --line: #dfe3e8; --paper: #fff; --ground: #f6f7f9; --accent: #0b5a8a; --accent-soft: #e6f0f6; --on-accent: #fff;
  --done: #0a6650; --open: #a04400; --none: #5c6470; --warn: #8a5a00; --bad: #a61c28; --done-line: #9fcfc0; --done-tint: #eef8f4; --way: #175c76;
  --way-line: #a9cddd; --way-tint: #eef6fa; --open-line: #e6c29f; --open-tint: #fdf5ec; --bad-line: #e5b3b3; --bad-tint: #fcf0f0; --mine: #6b3d8f;
  --mine-line: #cdb6e0; --mine-tint: #f7f1fb; --warn-line: #e3cb93; --warn-tint: #fdf8ea; --warn-pale: #fffdf5; --warn-edge: #c98a00;
  --quiet-edge: #4b9a82; --hit: #ffe58a; --on: #ffdf6b; --target: #fff1b8; --ring: #c9d4de; --k-category: #ececf1; --k-problem: #fdebc8;
  --k-goal: #dcebfa; --k-measure: #e2f2e4; --k-progress: #ece4f6; --k-party: #fbe3ea; --k-party-line: #d5879f; --k-deadline: #fde0cd;
  --k-deadline-line: #d98246; --k-status: #cfeee6; --k-status-line: #2f9a80; --k-head: #e7e7df; --k-head-line: #9a9a7c; --party-line: #e3a9bb;
  --deadline-line: #e3ab83; --status-line: #7cc3b1; --quantity: #0072b2; --date: #b04a00; --reference: #55606c; --place: #007a5e; --doubt: #c07a00;
  --figure-line: #b3bac4; --figure-done: #4fb395; --figure-open: #d55e00; --hover: #fafbfc; --shade: #eceff3; --under: #b9cfdd;
  --under-soft: #c3cad3; --edge: #b6bec8; --press: #084a72;
  --sans: system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "STSong", "SimSun", serif; }
@media screen and (prefers-color-scheme: dark) { :root {
  --ink: #e3e8ee; --soft: #a4adb9; --line: #333b46; --paper: #1a2029; --ground: #12161c; --accent: #86bfe8; --accent-soft: #1c3040;
  --on-accent: #0d1720; --done: #6fcdb2; --open: #f0a063; --none: #a9b1bc; --warn: #e2b65c; --bad: #f2858c; --done-line: #2c6b58;
  --done-tint: #12291f; --way: #8cc7e0; --way-line: #2d5f74; --way-tint: #11242d; --open-line: #7a4a1c; --open-tint: #2c1d0d; --bad-line: #7c3a3f;
  --bad-tint: #2d1517; --mine: #cfaeea; --mine-line: #5c4274; --mine-tint: #241a2d; --warn-line: #6d5720; --warn-tint: #2a220d; --warn-pale: #211d12;
  --warn-edge: #c98a00; --quiet-edge: #4b9a82; --hit: #6b5500; --on: #7d6200; --target: #57470c; --ring: #475361; --k-category: #2b2f3a;
  --k-problem: #443417; --k-goal: #16304a; --k-measure: #173421; --k-progress: #2f2640; --k-party: #43222e; --k-party-line: #b5637d;
  --k-deadline: #47270f; --k-deadline-line: #c0702f; --k-status: #123a31; --k-status-line: #2f9a80; --k-head: #33332b; --k-head-line: #8d8d70;
  --party-line: #9c5a70; --deadline-line: #9c6436; --status-line: #3c8773; --quantity: #56b4e9; --date: #f0904a; --reference: #a3adb9;
  --place: #3cc39d; --doubt: #d79a2e; --figure-line: #5b6673; --figure-done: #4fb395; --figure-open: #d55e00; --hover: #1f252e; --shade: #252c36;
  --under: #3c5567; --under-soft: #49535f; --edge: #4c5664; --press: #a6d1f2; } }
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
.s-completed, .st-done, .c-closed { color: var(--done); border-color: var(--done-line); background: var(--done-tint); }
.s-basically_completed, .s-on_schedule, .c-submitted { color: var(--way); border-color: var(--way-line); background: var(--way-tint); }
.s-in_progress, .st-open { color: var(--open); border-color: var(--open-line); background: var(--open-tint); }
.s-behind_schedule, .s-not_started { color: var(--bad); border-color: var(--bad-line); background: var(--bad-tint); }
.corrected { color: var(--mine); border-color: var(--mine-line); background: var(--mine-tint); }
.sev { display: inline-block; font-size: .8rem; line-height: 1.5; padding: 0 .45em; border-radius: .25em; border: 1px solid var(--line); color: var(--soft); background: var(--paper); text-decoration: none; }
.sev.d-warning { color: var(--warn); border-color: var(--warn-line); background: var(--warn-tint); } .sev.d-error { color: var(--bad); border-color: var(--bad-line); background: var(--bad-tint); } .sev.ok { color: var(--done); border-color: var(--done-line); background: var(--done-tint); }
.msg { display: block; color: var(--soft); }

/* A report: records and words side by side, each scrolling on its own. */
.report { display: grid; gap: 1.2rem; }
.records, .words { min-width: 0; }
.records > h1 { text-wrap: pretty; font-family: var(--serif); font-size: 1.45rem; margin-bottom: .7rem; }
.facts { display: grid; gap: .3rem 1.2rem; } .facts > div { display: grid; grid-template-columns: 6.5em 1fr; gap: .6em; } .facts dt { color: var(--soft); font-size: .88rem; padding-top: .08em; }
.facts ul { list-style: none; padding: 0; } .head { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; }
.source { font-size: .9rem; } .earlier { background: var(--warn-tint); border: 1px solid var(--warn-line); padding: .4rem .8rem; margin: 0 0 .8rem; border-radius: .4rem; color: var(--warn); }
.uncertain { margin: 1rem 0 1.2rem; padding: .8rem 1rem; border: 1px solid var(--warn-line); border-left: .3rem solid var(--warn-edge); background: var(--warn-pale); border-radius: .4rem; display: grid; gap: .5rem; }
.uncertain.quiet { border-color: var(--line); border-left-color: var(--quiet-edge); background: var(--paper); } .uncertain h2 { font-size: 1rem; }
.diagnostics { list-style: none; padding: 0; display: grid; gap: .35rem; font-size: .92rem; }
.item { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem 1rem; margin-bottom: .9rem; display: grid; gap: .6rem; scroll-margin-top: .5rem; }
.item:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.item > header { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; } .item h3 a { text-decoration: none; } .item .more { margin-left: auto; font-size: .86rem; }
.seq { display: inline-block; min-width: 1.6em; text-align: center; border-radius: .25em; background: var(--accent); color: var(--on-accent); font-size: .82rem; font-variant-numeric: tabular-nums; padding: 0 .35em; }
h3 .label { font-family: var(--serif); }
.category { font-size: .88rem; color: var(--soft); } .problem { font-family: var(--serif); font-size: 1.06rem; font-weight: 600; line-height: 1.7; }
.field { display: grid; gap: .2rem; } .field h4 { border-bottom: 1px solid var(--line); padding-bottom: .1rem; }
.tree { list-style: none; padding-left: 0; display: grid; gap: .3rem; } .tree .tree { padding-left: 1.1em; margin-top: .3rem; border-left: 2px solid var(--line); }
.tree .label, .tree b { font-weight: 600; margin-right: .25em; } .told { display: flex; flex-wrap: wrap; gap: 0 1.2em; font-size: .88rem; color: var(--soft); padding-left: .9em; }
.targets { list-style: none; padding: 0; display: grid; gap: .15rem; font-size: .94rem; } .targets b { font-variant-numeric: tabular-nums; }
.mentions summary, details > summary { cursor: pointer; color: var(--soft); font-size: .88rem; } .mentions dl { display: grid; gap: .2rem; margin-top: .3rem; font-size: .92rem; }
.mentions dl > div { display: grid; grid-template-columns: 5em 1fr; gap: .6em; } .mentions dt { color: var(--soft); }
button.quiet { min-height: 1.6rem; padding: 0 .6rem; font-size: .86rem; border-color: var(--edge); } .corrections form:not(.filters) { display: inline; } .corrections { list-style: none; padding: .4rem .7rem; background: var(--mine-tint); border-radius: .3rem; font-size: .92rem; } 
a.p { color: inherit; text-decoration: none; border-radius: .15em; } a.p:hover { text-decoration: underline; text-decoration-style: dotted; }
a.p.on, a.p:target { background: var(--target); box-shadow: 0 0 0 2px var(--target); }
.words > h2 { margin-bottom: .4rem; }
.text { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1.2rem 1.6rem 1.6rem 2.6rem; font: 1.02rem/1.95 var(--serif); text-align: justify; }
.text p { position: relative; } .text p.starts { margin-top: .7rem; }
.no { position: absolute; left: -2.3rem; width: 1.9rem; text-align: center; font: .76rem/1.8 var(--sans); background: var(--accent); color: var(--on-accent); text-decoration: none; border-radius: .25em; top: .28rem; font-variant-numeric: tabular-nums; }
.no.within { position: static; display: inline-block; margin: 0 .2em; } .text a:not(.no) { color: inherit; text-decoration-line: none; scroll-margin-block: 4rem; } .text a:not(.no):hover { box-shadow: 0 0 0 2px var(--ring); }
.text i { scroll-margin-block: 5rem; }
.k-category { background: var(--k-category); } .k-problem { background: var(--k-problem); } .k-goal { background: var(--k-goal); } .k-measure { background: var(--k-measure); } .k-progress { background: var(--k-progress); }
.text .k-party, .legend .k-party { background: var(--k-party); box-shadow: inset 0 -2px var(--k-party-line); } .text .k-deadline, .legend .k-deadline { background: var(--k-deadline); box-shadow: inset 0 -2px var(--k-deadline-line); }
.text .k-status, .legend .k-status { background: var(--k-status); box-shadow: inset 0 -2px var(--k-status-line); } .text .k-declared, .legend .k-declared, .text .k-head { background: var(--k-head); box-shadow: inset 0 -2px var(--k-head-line); }
a.p.k-category, a.p.k-problem, a.p.k-goal, a.p.k-measure, a.p.k-progress { background: none; }
.item a.p.k-party, .item a.p.k-deadline, .item a.p.k-status { border-bottom: 2px solid; } .item a.p.k-party { border-color: var(--party-line); } .item a.p.k-deadline { border-color: var(--deadline-line); } .item a.p.k-status { border-color: var(--status-line); }
.v { text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .28em; } .text a.v:not(.no) { text-decoration-line: underline; text-decoration-thickness: 1.5px; text-underline-offset: .28em; }
.text .v.k-quantity, .legend .k-quantity, a.p.k-quantity, .text .v.k-target { text-decoration-color: var(--quantity); } .text .v.k-date, .legend .k-date, a.p.k-date { text-decoration-color: var(--date); text-decoration-style: dashed; }
.text .v.k-reference, .legend .k-reference, a.p.k-reference { text-decoration-color: var(--reference); text-decoration-style: dotted; } .text .v.k-place, .legend .k-place, a.p.k-place { text-decoration-color: var(--place); text-decoration-style: double; }
.mentions a.p.v { text-decoration: underline; margin-right: .5em; } .targets a.p.v { text-decoration: none; }
.text .d-warning, .text .d-error, .legend .d-warning { outline: 2px dotted var(--doubt); outline-offset: 1px; } .text .d-error { outline-color: var(--bad); }
.text a.on, .text i:target + a, .text i:target + i + a, .text i:target + i + i + a { background: var(--on); }
.legend { list-style: none; padding: 0; margin: 0 0 .6rem; display: flex; flex-wrap: wrap; gap: .2rem .8rem; font-size: .82rem; } .legend span { padding: .05rem .3rem; }

/* Navigation, lists, tables. */
.nav { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1.4rem; padding: .55rem 1.2rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.brand { font-family: var(--serif); font-size: 1.25rem; font-weight: 700; letter-spacing: .08em; text-decoration: none; color: var(--ink); }
.nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; padding: 0; } .nav nav a { text-decoration: none; color: var(--soft); padding: .15rem 0; border-bottom: 2px solid transparent; display: inline-block; }
.nav nav a:hover { color: var(--ink); } .nav nav a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600; } .nav nav { flex: 1; } .nav .lang { font-size: .88rem; }
main > h1 { margin-bottom: .7rem; } main > section, main > .charts, main > .pairs { margin-top: 1.8rem; } h2 small, h1 small { font-weight: 400; font-size: .8rem; }
section > h2 { margin-bottom: .5rem; } .lead { font-size: 1.02rem; } .more { margin-top: .4rem; font-size: .92rem; } .links { font-size: .9rem; margin: .2rem 0 .8rem; color: var(--soft); } .links a { margin-right: .4em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.figures { list-style: none; padding: 0; margin: .8rem 0 1.2rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .6rem; }
.figures li { background: var(--paper); border: 1px solid var(--line); border-top: .2rem solid var(--figure-line); border-radius: .4rem; padding: .5rem .8rem; } .figures b { display: block; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; } .figures span { color: var(--soft); font-size: .88rem; }
.figures a { color: inherit; text-decoration: none; display: block; } .figures a:hover span { text-decoration: underline; } .figures .done { border-top-color: var(--figure-done); } .figures .open { border-top-color: var(--figure-open); } .figures .late { border-top-color: var(--bad); }
.charts { columns: 2 28rem; column-gap: 1rem; } .chart { break-inside: avoid; margin-bottom: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; min-width: 0; }
.chart figcaption { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: .4rem; } .chart .key { list-style: none; padding: 0; display: flex; gap: .9rem; font-size: .84rem; color: var(--soft); }
.chart .drawing > svg { display: block; width: 100%; height: auto; max-width: 100%; overflow: visible; } .chart .narrow { display: none; } .chart text { white-space: pre; fill: var(--soft); font-family: var(--sans); } .chart details { margin-top: .4rem; }
.pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1.2rem; } .pairs > section { min-width: 0; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-top: 1px solid var(--line); } thead th { border-top: 0; font-weight: 600; font-size: .84rem; color: var(--soft); white-space: nowrap; } tbody th { font-weight: 400; } td.num, th.num { text-align: right; white-space: nowrap; }
tbody tr:hover { background: var(--hover); } .old { color: var(--soft); } table.items { table-layout: fixed; } .items th:nth-child(1) { width: 38%; } .items th:nth-child(2) { width: 12%; } .items th:nth-child(3) { width: 11%; } .items th:nth-child(5) { width: 22%; } .items .of > a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; } .items .main > a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden; } .items .of > br { display: none; } .items time { white-space: nowrap; } td a, .history a, tbody th a { text-decoration-color: var(--under); } .items td.num, .items th.num { text-align: left; white-space: normal; } .items td .pill { white-space: normal; line-height: 1.4; word-break: keep-all; overflow-wrap: normal; }
.main a { color: var(--ink); text-decoration-color: var(--under-soft); } .items .main { font-family: var(--serif); } .main > a > .label { color: var(--soft); } .hit { font-family: var(--sans); font-size: .9rem; color: var(--soft); margin-top: .2rem; } mark { background: var(--hit); color: inherit; padding: 0 .1em; border-radius: .15em; }
.deep-1 { padding-left: 1.2em; } .deep-2 { padding-left: 2.4em; } .deep-3 { padding-left: 3.6em; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: end; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: .4rem 0 1rem; }
label > span { display: block; font-size: .82rem; color: var(--soft); } label.check { display: flex; align-items: center; gap: .35em; min-height: 2.1rem; } label.check > span { font-size: .92rem; color: var(--ink); }
input, select, button { font: inherit; color: inherit; border: 1px solid var(--edge); border-radius: .3rem; background: var(--paper); padding: .2rem .55rem; min-height: 2.1rem; max-width: 100%; height: 2.3rem; } input[type=checkbox] { min-height: 0; width: 1.05rem; height: 1.05rem; } input[type=search] { width: 15rem; }
button { background: var(--accent); border-color: var(--accent); color: var(--on-accent); cursor: pointer; padding: .2rem 1rem; height: auto; } button:hover { background: var(--press); } button[value=rejected], button.quiet { background: var(--paper); color: var(--accent); } .clear { font-size: .9rem; line-height: 2.1rem; } .cards .word { white-space: nowrap; }
.listing { display: grid; gap: 1.2rem; } .listing > aside { display: grid; gap: .9rem; align-content: start; min-width: 0; } .listing > section { min-width: 0; }
.facet h3 { font-size: .84rem; color: var(--soft); margin-bottom: .15rem; } .facet ul { list-style: none; padding: 0; } .facet a { display: flex; justify-content: space-between; gap: .6em; text-decoration: none; color: var(--ink); padding: .08rem .4rem; border-radius: .25rem; font-size: .92rem; } .facet a:hover { background: var(--shade); } .facet a.on { background: var(--accent-soft); font-weight: 600; } .facet small { font-variant-numeric: tabular-nums; white-space: nowrap; }
.pages { display: flex; gap: 1.2rem; justify-content: center; margin: 1rem 0; }
.trail { font-size: .88rem; color: var(--soft); margin-bottom: .4rem; } .statement { font-family: var(--serif); font-size: 1.35rem; line-height: 1.6; text-wrap: pretty; } .statement.long { font-size: 1.08rem; line-height: 1.75; }
.history { list-style: none; padding: 0 0 0 1.1rem; border-left: 2px solid var(--line); display: grid; gap: 1rem; } .history > li { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; position: relative; display: grid; gap: .4rem; } .history > li::before { content: ""; position: absolute; left: -1.5rem; top: 1rem; width: .7rem; height: .7rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--accent); } .history > .current::before { background: var(--accent); }
.links-to-decide { list-style: none; padding: 0; display: grid; gap: .8rem; } .links-to-decide > li { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem 1rem; display: grid; gap: .5rem; } .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .4rem 1.4rem; font-family: var(--serif); } .two small { font-family: var(--sans); }
form:not(.filters) { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: end; margin: .4rem 0; } label.long { flex: 1 1 20rem; } label.long input { width: 100%; } #c-help { flex-basis: 100%; } .done[role=status] { color: var(--done); }
ul.uncertain { padding-left: 2rem; } #count { margin: .6rem 0; } #results { list-style: none; padding: 0; display: grid; gap: .6rem; } #results > li { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; }

@media (min-width: 60rem) { .listing { grid-template-columns: 13rem minmax(0, 1fr); } }
@media screen and (max-width: 52rem) {
  table.cards, .cards tbody, .cards td { display: block; width: auto; } table.cards { border: 0; background: none; } .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; margin-bottom: .6rem; } .cards .main, .cards .of, .cards .units, .cards .source { flex-basis: 100%; } .cards td.nothing { display: none; } .items .of > a { display: inline; } .cards td { border: 0; padding: .1rem 0; text-align: left; white-space: normal; } .cards td:not(.main)::before { content: attr(data-label) " "; color: var(--soft); font-size: .84rem; margin-right: .5em; font-family: var(--sans); } .cards td br { display: none; }
  .listing > aside { order: 2; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
}
@media screen and (max-width: 40rem) {
  .nav { gap: .1rem 1rem; } .nav nav { order: 3; flex-basis: 100%; } .nav .lang { margin-left: auto; } .nav ul { gap: .1rem .9rem; }
  .chart .drawing { display: none; } .chart .narrow { display: block; }
  .standing tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); border-top: 1px solid var(--line); padding: .3rem 0; } .standing thead tr { border: 0; } .standing th, .standing td { border: 0; padding: .1rem .5rem; }
  .standing.dated tr { grid-template-columns: repeat(4, minmax(0, 1fr)) 6.6rem; } .standing tbody th { grid-column: 1 / -1; } .standing thead th:first-child { position: absolute; clip-path: inset(50%); } .standing td { font-size: .9rem; }
  .filters { display: grid; grid-template-columns: 1fr 1fr; } .filters input, .filters select { width: 100%; } .filters label.check input { width: 1.05rem; }
}

@media (min-width: 60rem) {
  .report { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .report > section { height: calc(100vh - 2.5rem); overflow: auto; padding-right: .6rem; position: sticky; top: 1rem; scrollbar-width: thin; }
  .legend { position: sticky; top: 0; background: var(--ground); padding: .3rem 0; z-index: 1; }
}
@media screen and (max-width: 40rem) { html { font-size: 14px; } main { padding: 1rem .8rem 2rem; } .text { padding: 1rem .9rem 1rem 2.3rem; } .no { left: -2.1rem; } .facts > div { grid-template-columns: 5.2em 1fr; } h1 { font-size: 1.3rem; } }
@media (pointer: coarse) {
  .nav nav a, .lang, .links a, .pages a, .more a, .clear { padding-block: .55rem; } .facet a { padding-block: .65rem; } summary { padding-block: .4rem; }
  input, select, button, button.quiet { min-height: 2.9rem; } input[type=checkbox] { min-height: 0; } label.check { min-height: 2.9rem; }
}
@media print {
  @page { margin: 16mm 14mm; }
  html { font-size: 10.5pt; background: none; } main { padding: 0; max-width: none; } .skip, .nav, .filters, form, .links, .pages, aside, details:not([open]) { display: none; } .charts { columns: 2; } .listing { display: block; }
  .items th:nth-child(1) { width: 34%; } .items th:nth-child(2) { width: 13%; } .items th:nth-child(3) { width: 14%; } th, td { padding: .35rem .5rem; }
  .items .main > a, .items .of > a { display: inline; }
  .report { display: block; } .report > section { height: auto; overflow: visible; position: static; } .words { break-before: page; }
  .item, .text, .head { border-color: #bbb; border-radius: 0; } .item > header, h2, h3, h4 { break-after: avoid; } tr, .told, .targets li { break-inside: avoid; }
  .text a, .text span, .legend span, .pill, .sev, .seq, .no { print-color-adjust: exact; -webkit-print-color-adjust: exact; } a { color: inherit; } details > summary { color: var(--soft); }
}
`
