/** The panel's looks: one accent colour, everything else paper and ink. Sizes are fixed where something may arrive later. */
export const STYLE = `
:host {
  color-scheme: light dark;
  display: block;
  height: 100%;
  min-height: 320px;
  min-width: 0;
  container-type: inline-size;
  --paper: light-dark(#f6f8f7, #151a1a);
  --card: light-dark(#ffffff, #1e2525);
  --ink: light-dark(#1a2423, #e6edeb);
  --soft: light-dark(#566462, #9fadab);
  --line: light-dark(#dfe6e4, #303a39);
  --accent: light-dark(#0b6b60, #5cc8b8);
  --on-accent: light-dark(#ffffff, #0c1f1c);
  --tint: light-dark(#e3f2ef, #183632);
  --warn: light-dark(#8a4b08, #f0b45c);
  --warn-tint: light-dark(#fdf1de, #39290f);
  --bad: light-dark(#a91d1d, #ff9d94);
  --bad-tint: light-dark(#fdecea, #3d1c1a);
}
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.panel {
  display: flex;
  flex-direction: column;
  height: 100%;
  background: var(--paper);
  color: var(--ink);
  font: 14px/1.6 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif;
  -webkit-font-smoothing: antialiased;
  overflow: hidden;
}
:lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }
small, kbd { font-size: 12px; font-family: inherit; }
p, ol, ul, fieldset { margin: 0; padding: 0; border: 0; list-style: none; min-width: 0; }
button, input, select, textarea { font: inherit; color: inherit; }
button { cursor: pointer; background: none; border: 0; padding: 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 6px; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.link { color: var(--accent); padding: 2px 4px; font-size: 13px; white-space: nowrap; }
.link:hover { text-decoration: underline; }
.link:disabled { color: var(--soft); cursor: default; text-decoration: none; }
.main { background: var(--accent); color: var(--on-accent); border-radius: 6px; padding: 2px 12px; font-size: 13px; }

.head { flex: none; display: flex; align-items: center; gap: 8px; height: 40px; padding: 0 14px; }
.dot { width: 8px; height: 8px; border-radius: 50%; background: var(--soft); flex: none; }
.dot.ready { background: var(--accent); }
.dot.lost, .dot.refused { background: var(--bad); }
.stand { flex: 1; display: flex; gap: 8px; font-size: 13px; color: var(--soft); white-space: nowrap; overflow: hidden; }
.mood { color: var(--soft); }
.mood.worried, .mood.hesitant { color: var(--warn); }
.mood.angry { color: var(--bad); }
.clock { font-variant-numeric: tabular-nums; font-size: 17px; font-weight: 600; min-width: 92px; text-align: right; white-space: nowrap; }
.clock small { font-weight: 400; color: var(--soft); }
.clock.amber { color: var(--warn); }
.clock.red { color: var(--bad); }

.queue { flex: none; height: 58px; overflow-x: auto; overflow-y: hidden; scrollbar-width: thin; border-top: 1px solid var(--line); }
.queue ul { display: flex; height: 100%; }
.queue li { flex: 0 0 176px; position: relative; display: flex; align-items: center; gap: 2px; padding: 0 6px 0 0; border-right: 1px solid var(--line); }
.queue li.now { background: var(--card); box-shadow: inset 0 2px 0 var(--accent); }
.queue .talk { flex: 1; min-width: 0; text-align: left; padding: 4px 6px 4px 12px; font-size: 12.5px; line-height: 1.55; }
.who { display: flex; gap: 6px; align-items: baseline; }
.who b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; }
.left { font-variant-numeric: tabular-nums; min-width: 34px; text-align: right; color: var(--soft); }
.left.amber { color: var(--warn); }
.left.red { color: var(--bad); font-weight: 600; }
.what { display: block; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.quick { flex: none; font-size: 12px; color: var(--accent); border: 1px solid var(--line); border-radius: 6px; padding: 2px 6px; background: var(--card); }

.reading { flex: none; height: 50px; padding: 3px 14px; border-top: 1px solid var(--line); font-size: 12.5px; line-height: 22px; }
.reading p { height: 22px; display: flex; gap: 10px; overflow: hidden; white-space: nowrap; }
.intent { color: var(--soft); }
.intent.first { color: var(--ink); font-weight: 600; }
.intent small { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
.unsure { color: var(--warn); overflow: hidden; text-overflow: ellipsis; }
.step, .slots { overflow: hidden; text-overflow: ellipsis; color: var(--soft); }
.slots { flex: 0 1 auto; color: var(--ink); }

.search { flex: none; display: flex; align-items: center; gap: 8px; height: 36px; margin: 2px 14px 6px; padding: 0 8px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; color: var(--soft); }
.search:focus-within { border-color: var(--accent); }
.search input { flex: 1; min-width: 0; height: 100%; border: 0; background: none; outline: none; color: var(--ink); }
.search input::placeholder { color: var(--soft); }
.search input::-webkit-search-cancel-button { display: none; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 5px; line-height: 18px; white-space: nowrap; }

.scroll { flex: 1; min-height: 0; overflow-y: auto; scrollbar-width: thin; scrollbar-gutter: stable; padding: 0 14px 10px; }
.news { height: 20px; font-size: 12px; line-height: 20px; color: var(--warn); overflow: hidden; }
.rows { display: flex; flex-direction: column; gap: 8px; }
.row { display: flex; gap: 10px; min-height: 84px; padding: 10px 8px 6px 10px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.row:focus-within { border-color: var(--accent); }
.num { flex: none; width: 26px; height: 26px; border-radius: 8px; display: grid; place-items: center; font-weight: 600; font-size: 13px; font-variant-numeric: tabular-nums; }
.answer .num { background: var(--accent); color: var(--on-accent); }
.ask .num { background: var(--tint); color: var(--accent); }
.hold .num { border: 1px dashed var(--soft); color: var(--soft); }
.close .num { border: 1px solid var(--line); color: var(--soft); }
.row.hold, .row.close { background: var(--paper); }
.body { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.text { cursor: pointer; overflow-wrap: anywhere; flex: 1; font-size: 14.5px; line-height: 1.65; white-space: pre-wrap; }
.text:hover { color: var(--accent); }
mark { background: none; color: inherit; text-decoration: underline wavy var(--warn) 1px; text-underline-offset: 4px; }
mark.block { text-decoration-color: var(--bad); }
mark.hint { text-decoration-style: dotted; }
.gloss { color: var(--soft); font-size: 13px; }
.foot { display: flex; align-items: center; gap: 8px; height: 28px; font-size: 12px; color: var(--soft); }
.tier { flex: none; font-weight: 600; }
.answer .tier, .ask .tier { color: var(--accent); }
.part { flex: none; }
.why { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.acts { flex: none; display: flex; }
.icon { width: 28px; height: 28px; display: grid; place-items: center; border-radius: 6px; color: var(--soft); flex: none; }
.icon:hover, .icon[aria-expanded="true"] { color: var(--accent); background: var(--tint); }
.warning { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; margin: 4px 0; padding: 2px 8px; border-radius: 6px; background: var(--warn-tint); color: var(--warn); font-size: 12.5px; }
.warning.block { background: var(--bad-tint); color: var(--bad); }
.warning.hint { background: none; color: var(--soft); padding-left: 0; }
.warning .link { color: inherit; text-decoration: underline; }
.todo { display: flex; align-items: center; gap: 8px; font-size: 13px; }
.todo label { display: flex; align-items: center; gap: 6px; min-height: 26px; }
.todo input { accent-color: var(--accent); width: 16px; height: 16px; margin: 0; }
.todo.done { color: var(--soft); text-decoration: line-through; }
.todo code { font: inherit; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--soft); }
.chips { display: flex; flex-wrap: wrap; gap: 6px; padding: 4px 0 6px; }
.chips button { border: 1px solid var(--line); border-radius: 14px; padding: 1px 10px; font-size: 12.5px; background: var(--card); }
.chips button:hover { border-color: var(--accent); color: var(--accent); }
.draft { border-left: 2px solid var(--accent); padding: 2px 0 4px 10px; margin-bottom: 6px; min-height: 84px; }
.draft small { color: var(--soft); }
.draft p { overflow-wrap: anywhere; }
.draft ins { text-decoration: none; background: var(--tint); color: var(--accent); border-radius: 3px; }
.draft del { color: var(--soft); }
.choice { display: flex; gap: 8px; align-items: center; height: 28px; }
.cursor { display: inline-block; width: 2px; height: 1em; vertical-align: -2px; background: var(--accent); }
.editor { display: flex; flex-direction: column; gap: 6px; align-items: flex-end; padding: 4px 0 6px; }
.editor textarea { width: 100%; resize: vertical; border: 1px solid var(--line); border-radius: 8px; padding: 6px 8px; background: var(--card); }
.row.gone { min-height: 84px; opacity: .75; background: none; border-style: dashed; }
.row.gone .text { color: var(--soft); text-decoration: line-through; cursor: default; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.row.gone .num { color: var(--soft); }
.row.gone .link { align-self: flex-start; }
.missing { display: flex; flex-wrap: wrap; gap: 8px; padding-top: 10px; }
.missing form { flex: 1 1 260px; display: flex; align-items: center; gap: 6px; font-size: 13px; border: 1px dashed var(--line); border-radius: 8px; padding: 4px 8px; min-width: 0; }
.missing label { flex: 1; display: flex; align-items: center; gap: 6px; min-width: 0; }
.missing label span { flex: none; color: var(--soft); }
.missing input { flex: 1; min-width: 40px; width: 40px; height: 26px; border: 0; border-bottom: 1px solid var(--line); background: none; }
.missing input::placeholder { color: var(--soft); }
.missing select { max-width: 92px; height: 26px; border: 0; background: none; color: var(--soft); font-size: 12.5px; }
.missing option { background: var(--card); color: var(--ink); }
.missing button { color: var(--accent); padding: 2px 4px; white-space: nowrap; }
.old .rows { opacity: .8; }
.old .row { border-style: dashed; }
.foreign .rows { visibility: hidden; }
.empty { height: 40px; color: var(--soft); font-size: 13px; display: flex; align-items: center; gap: 8px; }
.rows + .empty { height: auto; }
.ghosts { display: flex; flex-direction: column; gap: 8px; margin-top: -40px; opacity: 0; }
.ghost { height: 84px; }

.end { flex: none; display: flex; align-items: center; gap: 6px; height: 40px; padding: 0 10px 0 14px; border-top: 1px solid var(--line); background: var(--card); font-size: 13px; }
.says { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.end.amber { background: var(--warn-tint); color: var(--warn); }
.end.red, .end.lost { background: var(--bad-tint); color: var(--bad); }
.end.amber .link, .end.red .link, .end.lost .link { color: inherit; text-decoration: underline; }
.save { flex: none; }
@container (max-width: 400px) {
  .head, .reading { padding-inline: 10px; }
  .search { margin-inline: 10px; }
  .scroll { padding-inline: 10px; }
  .search kbd { display: none; }
  .row { gap: 8px; padding: 8px 4px 4px 8px; }
  .queue li { flex-basis: 160px; }
}
@media (prefers-reduced-motion: no-preference) {
  .num { transition: opacity .12s; }
}
.fresh .num { opacity: .85; }
@media (forced-colors: active) {
  .row, .num { border: 1px solid; }
}
`
