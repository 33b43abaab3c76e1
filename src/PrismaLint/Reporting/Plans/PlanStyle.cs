namespace PrismaLint.Reporting.Plans;

/// <summary>The styles of the page: one accent, both schemes, paper. Well-formed as XML: it holds neither <c>&lt;</c> nor <c>&amp;</c>.</summary>
internal static class PlanStyle
{
    public const string Text = Schemes + Page + Blocks + Diagrams + Narrow + Print;

    private const string Schemes = """
        :root {
          color-scheme: light dark;
          --page: #fbfaf8; --surface: #ffffff; --sunk: #f3f1ec; --ink: #1e2226; --soft: #565d66; --line: #e3dfd7; --edge: #bfb9ad; --wire: #8d9196;
          --accent: #0a6470; --tint: #e2eef0; --mid: #86b9c0; --pale: #c4dde0;
          --pass: #1c6a3d; --pass-tint: #e3f1e7; --fail: #a5271d; --fail-tint: #fae6e3; --unknown: #625b4b; --unknown-tint: #efebe0;
          --literal: #7b4a12; --note: #62676f;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
          --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, "Noto Serif", "Liberation Serif", Georgia, serif;
          --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --page: #14171a; --surface: #1a1e22; --sunk: #20252a; --ink: #e3e5e7; --soft: #a4acb5; --line: #2d3338; --edge: #4b535b; --wire: #7b848d;
            --accent: #6fc5cf; --tint: #1d3438; --mid: #3d7f88; --pale: #29555c;
            --pass: #74cd95; --pass-tint: #1a3324; --fail: #ff9a8d; --fail-tint: #42211e; --unknown: #c9bfa6; --unknown-tint: #332f25;
            --literal: #e0b07a; --note: #98a1aa;
          }
        }

        """;

    private const string Page = """
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.6 var(--sans); }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--surface); z-index: 2; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .page { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); max-width: 92rem; margin: 0 auto; }
        .contents { position: sticky; top: 0; height: 100vh; overflow-y: auto; overscroll-behavior: contain; padding: 3.1rem .5rem 3rem 1.75rem; font-size: .875rem; line-height: 1.4; }
        .contents-plan { display: none; }
        .contents-title { margin: 0 0 .75rem; color: var(--soft); font-size: .75rem; letter-spacing: .08em; text-transform: uppercase; }
        .contents ol { list-style: none; margin: 0; padding: 0; }
        .contents a { display: block; padding: .28rem .5rem .28rem 0; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
        .contents a:hover { color: var(--accent); }
        .contents .number { display: inline-block; width: 1.4rem; color: var(--accent); font-variant-numeric: tabular-nums; }
        .contents ol ol { margin: .1rem 0 .5rem 1.4rem; border-left: 1px solid var(--line); }
        .contents ol ol a { padding: .2rem .5rem .2rem .75rem; margin-left: -1px; border-left: 2px solid transparent; color: var(--soft); font-size: .8125rem; }
        .contents ol ol a:hover { color: var(--accent); }
        .contents a[aria-current] { color: var(--accent); font-weight: 600; }
        .contents ol ol a[aria-current] { border-left-color: var(--accent); }
        .js .contents li:not(.open) > ol { display: none; }
        main { padding: 3rem 2.25rem 6rem 2.25rem; min-width: 0; }
        .up { display: none; }

        h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
        h1 { margin: 0 0 1.25rem; font-size: clamp(1.7rem, 1.2rem + 2vw, 2.5rem); overflow-wrap: anywhere; }
        h2 { margin: 0 0 1.5rem; font-size: 1.85rem; }
        h2 .number { margin-right: .35rem; color: var(--accent); font-weight: 400; }
        h3, h4, h5, h6 { line-height: 1.3; overflow-wrap: anywhere; }
        .part-1 { margin: 2.75rem 0 .75rem; font-size: 1.25rem; font-weight: 650; }
        .part-2 { margin: 2rem 0 .5rem; font-size: 1.03rem; font-weight: 650; }
        h2 + .part-1 { margin-top: 1.5rem; }
        .anchor { margin-left: .4rem; color: var(--edge); font-weight: 400; text-decoration: none; opacity: 0; }
        :is(h3, h4, h5, h6):hover .anchor { opacity: 1; }
        main > section { margin-top: 4.5rem; padding-top: 2.25rem; border-top: 1px solid var(--edge); }
        p, main ul, main ol { margin: 0 0 1rem; max-width: 46rem; }
        li { margin-bottom: .3rem; }
        main ul, main ol { padding-left: 1.35rem; }
        main li::marker { color: var(--soft); }
        h1 + p { font-family: var(--serif); font-size: 1.18rem; line-height: 1.55; }
        .tools { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1.5rem; }
        .tools:empty { display: none; }
        button, .filter { font: inherit; font-size: .875rem; color: var(--ink); background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; padding: .3rem .8rem; }
        button:hover { border-color: var(--accent); color: var(--accent); cursor: pointer; }
        .filter { display: block; width: min(100%, 20rem); margin: 0 0 .6rem; }
        .filter::placeholder { color: var(--soft); opacity: 1; }

        code { font-family: var(--mono); font-size: .86em; font-variant-ligatures: none; unicode-bidi: isolate; overflow-wrap: anywhere; }
        p code, li code, summary code, h3 code, h4 code, h5 code { padding: .08em .32em; background: var(--sunk); border-radius: 4px; }
        .rule { color: var(--accent); font-size: .86em; font-variant-numeric: tabular-nums; white-space: nowrap; text-decoration: none; border-bottom: 1px dotted currentColor; }
        .rule:hover { border-bottom-style: solid; }

        """;

    private const string Blocks = """
        .scroll { overflow-x: auto; overscroll-behavior-x: contain; max-width: 100%; }
        .scroll:has(> table) { margin: 0 0 1.5rem; }
        table { border-collapse: collapse; min-width: min(100%, 30rem); font-size: .875rem; line-height: 1.45; }
        th, td { padding: .45rem 1rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; min-width: 5.5rem; max-width: 30rem; }
        th:last-child, td:last-child { padding-right: .25rem; }
        thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; vertical-align: bottom; border-bottom-color: var(--edge); min-width: 0; }
        tbody th { font-weight: 500; }
        tbody tr:hover > * { background: color-mix(in srgb, var(--tint) 45%, transparent); }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 0; }
        thead .n { white-space: normal; }
        .n + :not(.n) { padding-left: .5rem; }
        .s { white-space: nowrap; min-width: 0; max-width: none; }
        .s code, .n code { overflow-wrap: normal; }
        .m { min-width: 9rem; }
        .l { min-width: 16rem; }

        figure { margin: 0 0 1.5rem; }
        figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1.5rem; margin-bottom: .4rem; font-size: .875rem; color: var(--soft); }
        .tag { margin-left: auto; font-size: .75rem; white-space: nowrap; }
        pre { margin: 0; padding: .85rem 1rem; overflow-x: auto; overscroll-behavior-x: contain; background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; font-size: .8125rem; line-height: 1.55; tab-size: 2; }
        pre code { font-size: inherit; background: none; padding: 0; overflow-wrap: normal; }
        pre b { color: var(--accent); font-weight: 500; }
        pre i { color: var(--note); font-style: italic; }
        pre .s { color: var(--literal); white-space: inherit; }
        .diff code { display: block; width: max-content; min-width: 100%; }
        .diff ins, .diff del { display: block; margin: 0 -1rem; padding: 0 1rem; text-decoration: none; }
        .diff ins { background: var(--pass-tint); color: var(--pass); }
        .diff del { background: var(--fail-tint); color: var(--fail); }
        .diff i { font-style: normal; }
        .diff b { color: var(--soft); font-weight: 600; }

        details { border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
        .folds { margin: 0 0 1.5rem; }
        .folds > details { border-radius: 0; margin-top: -1px; }
        .folds > details:first-child { border-radius: 6px 6px 0 0; margin-top: 0; }
        .folds > details:last-child { border-radius: 0 0 6px 6px; }
        .folds > details:only-child { border-radius: 6px; }
        summary { position: relative; padding: .5rem 1rem .5rem 2.1rem; cursor: pointer; list-style: none; font-size: .9375rem; overflow-wrap: anywhere; }
        summary::-webkit-details-marker { display: none; }
        summary::before { content: ""; position: absolute; left: 1rem; top: 1.02rem; width: .4rem; height: .4rem; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
        details[open] > summary::before { transform: rotate(45deg); top: .92rem; }
        summary:hover { color: var(--accent); }
        .fold { padding: .5rem 1rem .25rem 1rem; border-top: 1px solid var(--line); scroll-margin-top: 3.5rem; }
        .fold > :is(.part-1, .part-2):first-child { margin-top: .5rem; }

        .checks { margin-bottom: 1.5rem; }
        .score { margin-bottom: .5rem; color: var(--soft); font-size: .875rem; }
        .checks ul { max-width: 52rem; list-style: none; padding: 0; margin: 0; }
        .checks li { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .25rem 1rem; align-items: start; margin: 0; padding: .7rem 0; border-bottom: 1px solid var(--line); }
        .checks li:first-child { border-top: 1px solid var(--line); }
        .mark { justify-self: start; display: inline-flex; gap: .4rem; align-items: center; padding: .1rem .6rem .1rem .2rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
        .glyph { display: inline-grid; place-items: center; width: 1.25rem; height: 1.25rem; border-radius: 50%; font-size: .75rem; line-height: 1; color: var(--surface); font-variant-emoji: text; }
        .pass .mark { color: var(--pass); background: var(--pass-tint); }
        .pass .glyph { background: var(--pass); }
        .fail .mark { color: var(--fail); background: var(--fail-tint); }
        .fail .glyph { background: var(--fail); border-radius: 4px; }
        .unknown .mark { color: var(--unknown); background: var(--unknown-tint); }
        .unknown .glyph { color: var(--unknown); border: 1.5px dashed currentColor; }
        .asked { margin: 0; font-weight: 550; }
        .evidence { margin: .15rem 0 0; color: var(--soft); font-size: .9375rem; }

        .chart figcaption { color: var(--ink); font-weight: 600; }
        .chart ul { list-style: none; max-width: none; padding: 0; margin: 0; }
        .chart li { display: grid; grid-template-columns: minmax(8rem, 15rem) minmax(0, 1fr) 6.5rem; gap: 0 .9rem; align-items: center; margin: 0; padding: .18rem 0; font-size: .875rem; }
        .label { text-align: right; overflow-wrap: anywhere; line-height: 1.25; }
        .bar { display: flex; height: 1.05rem; background: linear-gradient(var(--line), var(--line)) left / 1px 100% no-repeat; }
        .bar i:last-child { border-radius: 0 3px 3px 0; }
        .value { font-variant-numeric: tabular-nums; white-space: nowrap; }
        .c0 { background: var(--accent); }
        .c1 { background: var(--mid); }
        .c2 { background: repeating-linear-gradient(135deg, var(--accent) 0 2px, var(--pale) 2px 6px); }
        .c3 { background: var(--pale); }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-weight: 400; color: var(--soft); }
        .legend > span { display: inline-flex; align-items: center; gap: .4rem; }
        .legend i { width: .8rem; height: .8rem; border-radius: 2px; }

        .rules dl { margin: 0; font-size: .875rem; }
        .rules dl > div { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); padding: .35rem 0; border-bottom: 1px solid var(--line); max-width: 52rem; }
        .rules dl > div:target { background: var(--tint); }
        .rules dt { font-weight: 600; font-variant-numeric: tabular-nums; }
        .rules dd { margin: 0; }
        .rule-name { color: var(--soft); font-family: var(--mono); font-size: .86em; white-space: nowrap; }

        """;

    private const string Diagrams = """
        .diagram figcaption { color: var(--ink); font-weight: 600; }
        .diagram .scroll { padding: .75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
        .diagram svg { display: block; margin: 0 auto; max-width: 100%; height: auto; min-width: calc(var(--w) * .66); font-family: var(--sans); }
        .key { margin: .4rem 0 0; color: var(--soft); font-size: .8125rem; }
        .d-body { fill: var(--surface); stroke: var(--edge); }
        .d-head { fill: var(--tint); }
        .d-title { fill: var(--ink); font-size: 13px; font-weight: 600; }
        .d-name, .d-type { fill: var(--ink); font-size: 12px; }
        .d-pk { font-weight: 600; }
        .d-type { fill: var(--soft); text-anchor: end; }
        .d-key { fill: var(--accent); font-size: 11px; font-weight: 600; }
        .d-note { fill: var(--soft); font-size: 11px; }
        .d-out .d-body { fill: var(--sunk); stroke-dasharray: 4 3; }
        .d-out .d-title { fill: var(--soft); font-weight: 500; }
        .d-line { fill: none; stroke: var(--wire); stroke-width: 1.3; }
        .d-end { fill: none; stroke: var(--wire); stroke-width: 1.3; stroke-linejoin: round; }
        .d-ring { fill: var(--surface); stroke: var(--wire); stroke-width: 1.3; }
        .d-wire:hover .d-line { stroke: var(--accent); stroke-width: 2.6; }
        .d-wire:hover :is(.d-end, .d-ring) { stroke: var(--accent); stroke-width: 1.8; }
        .d-label { fill: var(--soft); font-size: 11.5px; text-anchor: end; paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; }
        svg a { text-decoration: none; }
        svg a:hover .d-title { fill: var(--accent); text-decoration: underline; }
        .d-domain .d-body { fill: var(--tint); stroke: var(--accent); stroke-width: 1.3; }
        .d-domain text { text-anchor: middle; }
        .d-domain .d-title { font-size: 14px; }
        .d-domain .d-note { font-size: 12px; }
        .d-flow { fill: none; stroke: var(--mid); stroke-opacity: .75; }
        .d-arrow { fill: var(--mid); }
        .d-chord:hover .d-flow { stroke: var(--accent); stroke-opacity: 1; }
        .d-chord:hover .d-arrow { fill: var(--accent); }
        .d-pill { fill: var(--surface); stroke: var(--mid); }
        .d-count { fill: var(--ink); font-size: 12px; font-variant-numeric: tabular-nums; text-anchor: middle; }

        """;

    private const string Narrow = """
        @media (max-width: 60rem) {
          .page { display: block; }
          .contents { position: static; height: auto; margin: 0; padding: 1.25rem 1.25rem 1rem; border-bottom: 1px solid var(--line); }
          .contents ol ol { display: none; }
          .contents > ol { columns: 2 14rem; }
          .contents a { padding: .4rem 0; }
          main { padding: 1.75rem 1.25rem 5rem; }
          main > section { margin-top: 3rem; padding-top: 1.75rem; }
          .up { display: block; position: fixed; right: .75rem; bottom: .75rem; padding: .4rem .9rem; background: var(--surface); border: 1px solid var(--edge); border-radius: 2rem; font-size: .875rem; text-decoration: none; }
        }
        @media (max-width: 36rem) {
          body { font-size: .9688rem; }
          h2 { font-size: 1.5rem; }
          .fold { padding-left: .75rem; padding-right: .75rem; }
          .checks li { grid-template-columns: minmax(0, 1fr); }
          .chart li { grid-template-columns: minmax(0, 1fr) auto; gap: .1rem .75rem; padding: .35rem 0; }
          .label { text-align: left; }
          .value { grid-row: 1; grid-column: 2; }
          .bar { grid-row: 2; grid-column: 1 / -1; height: .7rem; }
          th, td { max-width: 16rem; }
          .l { min-width: 13rem; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

        """;

    private const string Print = """
        @page { margin: 16mm 14mm 18mm; }
        @media print {
          :root { --page: #ffffff; --sunk: #f6f5f2; --w: 0px; color-scheme: light; }
          html { font-size: 9.5pt; }
          body { font-size: 1rem; line-height: 1.45; }
          .page { display: block; max-width: none; }
          .skip, .up, .tools, .filter, .anchor { display: none !important; }
          main { padding: 0; }
          .contents { position: static; height: auto; overflow: visible; padding: 0 0 8mm; break-after: page; }
          .contents-plan { display: block; margin: 0 0 10mm; font: 600 22pt/1.2 var(--serif); overflow-wrap: anywhere; max-width: none; }
          .contents > ol { columns: 2; column-gap: 10mm; }
          .contents > ol > li { break-inside: avoid; }
          .js .contents li:not(.open) > ol, .contents ol ol { display: block; }
          .contents a[aria-current] { font-weight: inherit; color: inherit; border-left-color: transparent; }
          main > section { margin: 0; padding: 0; border: 0; break-before: page; }
          h2, h3, h4, h5, h6, figcaption, summary, .score { break-after: avoid; }
          p, li { orphans: 3; widows: 3; }
          p, main ul, main ol, .checks ul { max-width: none; }
          details::details-content { content-visibility: visible !important; display: block !important; block-size: auto !important; }
          details, .folds > details { border-width: 1px 0 0; border-radius: 0; }
          summary { padding-left: 0; font-weight: 600; }
          summary::before { display: none; }
          .fold { border: 0; padding-left: 0; padding-right: 0; }
          .scroll, pre { overflow: visible; }
          table { width: 100%; min-width: 0; font-size: 8pt; }
          th, td { min-width: 0 !important; max-width: none; padding-right: 2.5mm; overflow-wrap: anywhere; white-space: normal; }
          .n { overflow-wrap: normal; white-space: nowrap; }
          .s code { overflow-wrap: anywhere; }
          thead { display: table-header-group; }
          tr, .checks li, .chart li { break-inside: avoid; }
          tr[hidden], details[hidden] { display: revert; }
          pre, pre code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 7.5pt; }
          .diff code { width: auto; }
          .diagram { break-inside: avoid; }
          .diagram .scroll { padding: 0; border: 0; }
          .diagram svg { min-width: 0; max-width: 100%; max-height: 225mm; width: auto; }
          .rule { border: 0; }
          .bar i, .legend i, .mark, .glyph, ins, del, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """;
}
