namespace PrismaLint.Reporting.Plans;

/// <summary>What the page can do where scripts run; without them everything is there too. Well-formed as XML: it holds neither <c>&lt;</c> nor <c>&amp;</c>.</summary>
internal static class PlanScript
{
    public const string Text = """

        (function () {
          'use strict';
          var root = document.documentElement;
          function all(selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); }
          function create(name, className, text) {
            var element = document.createElement(name);
            element.className = className;
            if (text) element.textContent = text;
            return element;
          }
          root.classList.add('js');

          var folds = all('main details');
          function setAll(open) { folds.forEach(function (fold) { fold.open = open; }); }
          if (folds.length > 0) {
            [['Open all', true], ['Close all', false]].forEach(function (pair) {
              var button = create('button', '', pair[0]);
              button.type = 'button';
              button.addEventListener('click', function () { setAll(pair[1]); });
              document.getElementById('tools').appendChild(button);
            });
          }
          var closed = [];
          window.addEventListener('beforeprint', function () {
            closed = folds.filter(function (fold) { return !fold.open; });
            setAll(true);
          });
          window.addEventListener('afterprint', function () { closed.forEach(function (fold) { fold.open = false; }); });

          function addFilter(host, items, label) {
            var input = create('input', 'filter', '');
            input.type = 'search';
            input.placeholder = label;
            input.setAttribute('aria-label', label);
            input.addEventListener('input', function () {
              var words = input.value.trim().toLowerCase();
              items.forEach(function (item) { item.element.hidden = item.text.indexOf(words) === -1; });
            });
            host.parentNode.insertBefore(input, host);
          }
          all('.folds').forEach(function (group) {
            var items = all('details', group).filter(function (fold) { return fold.parentNode === group; });
            if (items.length > 9) addFilter(group, items.map(function (fold) {
              return { element: fold, text: fold.querySelector('summary').textContent.toLowerCase() };
            }), 'Filter ' + items.length + ' entries');
          });
          all('.scroll > table').forEach(function (table) {
            var rows = all('tbody tr', table);
            if (rows.length > 24) addFilter(table.parentNode, rows.map(function (row) {
              return { element: row, text: row.textContent.toLowerCase() };
            }), 'Filter ' + rows.length + ' rows');
          });

          var links = {};
          all('.contents a').forEach(function (link) { links[link.getAttribute('href').slice(1)] = link; });
          var marks = all('main > section, main h3[id]').filter(function (mark) { return links[mark.id]; });
          var waiting = false;
          function show() {
            waiting = false;
            var current = null;
            marks.forEach(function (mark) { if (120 > mark.getBoundingClientRect().top) current = mark; });
            all('.contents [aria-current], .contents .open').forEach(function (old) {
              old.removeAttribute('aria-current');
              old.classList.remove('open');
            });
            if (!current) return;
            var link = links[current.id];
            link.setAttribute('aria-current', 'true');
            var entry = link.parentNode;
            if (entry.parentNode.parentNode.tagName === 'LI') entry = entry.parentNode.parentNode;
            entry.classList.add('open');
          }
          window.addEventListener('scroll', function () {
            if (waiting) return;
            waiting = true;
            window.requestAnimationFrame(show);
          }, { passive: true });
          show();
        }());

        """;
}
