namespace ChildQ.AppHost.Local.Dashboard.Pages;

internal static class Styles
{
    public const string Css = """
        :root {
          --ground: #fff; --panel: #f5f7f6; --ink: #14201b; --quiet: #4a5952; --line: #ccd5d0; --brand: #00664f; --on-brand: #fff;
          --link: #005f8f; --good: #00664f; --bad: #a8200d; --bad-ground: #fdeeeb; --wait: #7a4f00; --focus: #ffd500;
          --c0: #00664f; --c1: #b34700; --c2: #1f5fbf; --c3: #97276f; --c4: #6b6a00; --c5: #6a3fb5; --c6: #00748a; --c7: #a3324a; --c8: #44683a; --c9: #5d6470;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #101614; --panel: #1a2320; --ink: #e8efeb; --quiet: #a9b8b1; --line: #36443e; --brand: #0b3d31; --on-brand: #fff;
            --link: #7cc4ef; --good: #6fd3b0; --bad: #ff9a8a; --bad-ground: #3a1a15; --wait: #f2c14e; --focus: #ffd500;
            --c0: #5fd0aa; --c1: #ff9f5a; --c2: #86b4ff; --c3: #f08fc9; --c4: #d2cf56; --c5: #bda2ff; --c6: #57cfe3; --c7: #ff9aae; --c8: #a4d394; --c9: #b6bfca;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
        code, .id { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: .875em; overflow-wrap: anywhere; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; box-shadow: 0 0 0 5px var(--ink); }
        main:focus { outline: none; box-shadow: none; }
        .skip { position: absolute; left: -999em; } .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem 1rem; z-index: 1; }
        header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 2rem; padding: .5rem 1.5rem; background: var(--brand); color: var(--on-brand); }
        header a { color: inherit; text-decoration: none; } header .name { margin: 0; font-weight: 700; font-size: 1.1rem; } header .name span { font-weight: 400; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0; padding: 0; list-style: none; }
        nav a { display: block; padding: .4rem .75rem; border-bottom: 3px solid transparent; } nav a:hover { text-decoration: underline; }
        nav a[aria-current] { border-color: currentColor; font-weight: 600; }
        #pause { margin-left: auto; }
        main { padding: .5rem 1.5rem 3rem; } h1 { font-size: 1.5rem; margin: .75rem 0 .5rem; overflow-wrap: anywhere; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; } h3 { font-size: .95rem; margin: .75rem 0 .25rem; } h4 { font-size: .875rem; margin: .5rem 0 0; }
        .summary, .hint { color: var(--quiet); margin: .25rem 0 .75rem; } .bad { color: var(--bad); }
        .scroll { overflow-x: auto; max-width: 100%; position: relative; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
        thead th { color: var(--quiet); font-size: .875rem; white-space: nowrap; border-bottom-width: 2px; } tbody th { font-weight: 600; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td time { font-variant-numeric: tabular-nums; }
        .links a { margin-right: .75rem; } .links, .short { white-space: nowrap; } .n + :not(.n) { padding-left: .75rem; } .short code { overflow-wrap: normal; }
        .state { font-weight: 600; white-space: nowrap; } .state::before { content: "●"; margin-right: .35em; font-size: .8em; }
        .state.good { color: var(--good); } .state.bad { color: var(--bad); } .state.bad::before { content: "▲"; } .state.wait { color: var(--wait); } .state.wait::before { content: "◐"; }
        .state.idle { color: var(--quiet); font-weight: 400; } .state.idle::before { content: "○"; }
        .filter { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--line); margin-bottom: .75rem; }
        .filter label { display: block; font-size: .875rem; font-weight: 600; } .filter .check { display: flex; gap: .4rem; align-items: center; padding-bottom: .4rem; } .filter .hint { margin: 0; align-self: center; }
        input, select, button { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--quiet); border-radius: 3px; padding: .3rem .5rem; }
        input[type=checkbox] { width: 1.25rem; height: 1.25rem; } button { background: var(--brand); color: var(--on-brand); border-color: var(--on-brand); padding: .3rem 1rem; cursor: pointer; } button:hover { text-decoration: underline; }
        .lines td { padding-top: .1rem; padding-bottom: .1rem; border-bottom: 0; } .lines td:first-child, .lines td:nth-child(2) { white-space: nowrap; color: var(--quiet); } .lines .message { width: 100%; min-width: 18rem; }
        .lines .error { background: var(--bad-ground); } .lines code { white-space: pre-wrap; }
        .output { max-height: calc(100vh - 14rem); overflow-y: auto; border: 1px solid var(--line); padding: 0 .75rem; } .output thead th { position: sticky; top: 0; background: var(--ground); }
        summary { cursor: pointer; } @media (max-width: 40rem) { main, header { padding-left: .75rem; padding-right: .75rem; } .waterfall { min-width: 44rem; } .scale, .waterfall summary { grid-template-columns: 20rem 1fr 5rem; } }
        .tags { width: auto; margin: .25rem 0; } .tags th, .tags td { padding: .1rem 1rem .1rem 0; font-size: .875rem; border-color: var(--line); } .tags th { font-weight: 400; color: var(--quiet); white-space: nowrap; } .tags code { white-space: pre-wrap; font-size: 1em; }
        .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: .5rem 0; } .facts dt { color: var(--quiet); font-size: .875rem; } .facts dd { margin: 0; font-weight: 600; }
        .path { display: flex; flex-wrap: wrap; gap: .25rem 0; margin: 0; padding: 0; list-style: none; } .path li:not(:last-child)::after { content: "→"; margin: 0 .6rem; color: var(--quiet); }
        .swatch { width: 1.1em; height: .65em; margin-right: .4em; } .service { white-space: nowrap; margin-right: .6rem; display: inline-block; }
        .waterfall { min-width: 52rem; } .waterfall ol { list-style: none; margin: 0; padding: 0; }
        .scale, .waterfall summary { display: grid; grid-template-columns: minmax(22rem, 42%) 1fr 6rem; gap: .75rem; align-items: center; }
        .scale { color: var(--quiet); font-size: .875rem; border-bottom: 2px solid var(--line); padding: .2rem 0; } .scale > span:nth-child(2) { display: grid; grid-template-columns: repeat(4, 1fr); } .scale i { font-style: normal; border-left: 1px solid var(--line); padding-left: .25rem; }
        .waterfall li { border-bottom: 1px solid var(--line); } .waterfall summary { padding: .2rem 0; list-style-position: inside; } .waterfall summary:hover { background: var(--panel); }
        .waterfall .what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .waterfall .what::before { content: "▸"; display: inline-block; width: 1em; color: var(--quiet); } details[open] > summary .what::before { content: "▾"; }
        .waterfall details[open] > summary .what { white-space: normal; overflow-wrap: anywhere; }
        .waterfall .failed > summary { background: var(--bad-ground); }
        .bar { display: block; width: 100%; height: 20px; background: linear-gradient(to right, var(--line) 1px, transparent 1px) 0 0 / 25% 100%; }
        .kind { border: 1px solid var(--line); border-radius: 3px; padding: 0 .35em; font-size: .8rem; color: var(--quiet); background: var(--ground); white-space: nowrap; }
        .inside { padding: .25rem 1rem 1rem 2rem; background: var(--panel); } .event { margin: .25rem 0; }
        .d0 { padding-left: 0; } .d1 { padding-left: .9rem; } .d2 { padding-left: 1.8rem; } .d3 { padding-left: 2.7rem; } .d4 { padding-left: 3.6rem; } .d5 { padding-left: 4.5rem; } .d6 { padding-left: 5.4rem; } .d7 { padding-left: 6.3rem; } .d8 { padding-left: 7.2rem; }
        .d9 { padding-left: 8.1rem; } .d10 { padding-left: 9rem; } .d11 { padding-left: 9.9rem; } .d12 { padding-left: 10.8rem; } .d13 { padding-left: 11.7rem; } .d14 { padding-left: 12.6rem; } .d15 { padding-left: 13.5rem; } .d16 { padding-left: 14.4rem; }
        .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem 2rem; align-items: start; }
        .chart { margin: 0 0 1rem; } .chart figcaption { font-weight: 600; } .chart svg { width: 100%; height: auto; display: block; background: var(--panel); } .chart text { fill: var(--quiet); font-size: 11px; } .chart .grid { stroke: var(--line); }
        .chart .line { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
        rect.c0 { fill: var(--c0); } rect.c1 { fill: var(--c1); } rect.c2 { fill: var(--c2); } rect.c3 { fill: var(--c3); } rect.c4 { fill: var(--c4); } rect.c5 { fill: var(--c5); } rect.c6 { fill: var(--c6); } rect.c7 { fill: var(--c7); } rect.c8 { fill: var(--c8); } rect.c9 { fill: var(--c9); }
        path.c0 { stroke: var(--c0); } path.c1 { stroke: var(--c1); } path.c2 { stroke: var(--c2); } path.c3 { stroke: var(--c3); } path.c4 { stroke: var(--c4); } path.c5 { stroke: var(--c5); } path.c6 { stroke: var(--c6); } path.c7 { stroke: var(--c7); } path.c8 { stroke: var(--c8); } path.c9 { stroke: var(--c9); }
        path.c5, path.c6, path.c7, path.c8, path.c9 { stroke-dasharray: 6 4; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        """;

    /// <summary>The mark in the browser's tab.</summary>
    public const string Icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#00664f"/><path d="M3 4h7v2H3zM5 7h6v2H5zM8 10h5v2H8z" fill="#fff"/></svg>
        """;
}
