// Counts what every rule finds in a folder of schemas, and keeps the table of docs/design/rule-quality.md up to date.
//
//   node build/rule-quality.mjs CLI.dll FOLDER [--write] [--rule ID …] [--show N]
//
// CLI.dll is the built src/PrismaLint.Cli. FOLDER holds schemas: with a manifest.tsv, whose first column names files (without
// `.prisma`) and folders of one schema each; without one, every schema that `check` finds below it. All rules run, options at
// their defaults. --write replaces the figures between the marks of the page; what people wrote in the last three columns
// (read, right, remark) stays with its id. --show prints that many findings of the rules named, spread over the schemas, to read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const START = '<!-- figures: written by build/rule-quality.mjs -->';
const END = '<!-- end of figures -->';
const HAND_WRITTEN = 3;

const { positionals: [cli, folder], values: options } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true, default: [] },
    show: { type: 'string', default: '0' },
  },
});
if (!cli || !folder || !existsSync(folder)) {
  console.error('usage: node build/rule-quality.mjs CLI.dll FOLDER [--write] [--rule ID …] [--show N]');
  process.exit(2);
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'docs', 'design', 'rule-quality.md');
// Live rules and those for migrations have nothing to judge in a folder of schemas.
const rules = JSON.parse(run(['rules', '--format', 'json'])).rules.filter(rule => rule.preset !== 'always' && !/^PL[89]/.test(rule.id));
const unknown = options.rule.filter(id => !rules.some(rule => rule.id === id));
if (unknown.length > 0) {
  console.error(`No rule has the id ${unknown.join(', ')}`);
  process.exit(2);
}
const { schemas, found } = check(paths(resolve(folder)));
const models = schemas.reduce((sum, schema) => sum + schema.models, 0);
if (models === 0) {
  console.error(`${folder} holds no models`);
  process.exit(2);
}
const figures = new Map(rules.map(rule => [rule.id, count(rule.id)]));

print();
if (Number(options.show) > 0)
  options.rule.forEach(show);
if (options.write)
  write();

function paths(base) {
  const manifest = join(base, 'manifest.tsv');
  if (!existsSync(manifest))
    return [base];
  const missing = [];
  const listed = readFileSync(manifest, 'utf8').trim().split('\n').slice(1).map(line => join(base, line.split('\t')[0]))
    .flatMap(path => {
      if (existsSync(path + '.prisma'))
        return [path + '.prisma'];
      if (existsSync(path) && statSync(path).isDirectory())
        return [path];
      missing.push(path);
      return [];
    });
  if (missing.length > 0) {
    console.error(`${manifest} names what is not there: ${missing.join(', ')}`);
    process.exit(2);
  }
  return listed;
}

// One process for all: starting one for each schema would take longer than the checks.
function check(list) {
  const home = mkdtempSync(join(tmpdir(), 'prismalint-quality-'));
  try {
    const report = join(home, 'report.json');
    const args = join(home, 'arguments');
    writeFileSync(args, list.join('\n') + '\n');
    run(['check', '@' + args, '--preset', 'all', '--format', 'json', '--output', report, '--quiet'], [0, 1, 2]);
    const { schemas, diagnostics } = JSON.parse(readFileSync(report, 'utf8'));
    const known = new Set(rules.map(rule => rule.id));
    return { schemas, found: diagnostics.filter(one => known.has(one.id) && !one.suppressed) };
  } finally {
    rmSync(home, { recursive: true });
  }
}

function run(args, accepted = [0]) {
  const result = spawnSync('dotnet', [resolve(cli), ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (!accepted.includes(result.status)) {
    console.error(result.stderr || result.error);
    process.exit(2);
  }
  return result.stdout;
}

function schemasOf(file) {
  schemasOf.byFile ??= schemas.reduce((map, schema) => {
    for (const name of schema.files)
      map.set(name, [...(map.get(name) ?? []), schema.path]);
    return map;
  }, new Map());
  return schemasOf.byFile.get(file) ?? [file];
}

function count(id) {
  const own = found.filter(one => one.id === id);
  return {
    findings: own.length,
    schemas: new Set(own.flatMap(one => schemasOf(one.file))).size,
    per100: (own.length * 100 / models).toFixed(1),
  };
}

function summary() {
  const presets = { recommended: ['recommended'], strict: ['recommended', 'strict'], all: ['recommended', 'strict', 'all'] };
  return Object.entries(presets).map(([preset, held]) => {
    const ids = new Set(rules.filter(rule => held.includes(rule.preset)).map(rule => rule.id));
    const own = found.filter(one => ids.has(one.id));
    const warnings = own.filter(one => one.severity === 'warning').length;
    const quiet = schemas.length - new Set(own.filter(one => one.severity === 'warning').flatMap(one => schemasOf(one.file))).size;
    return { preset, rules: ids.size, warnings, suggestions: own.length - warnings, per100: (warnings * 100 / models).toFixed(1), quiet };
  });
}

function print() {
  console.log(`${schemas.length} schemas, ${models} models, ${found.length} findings of ${rules.length} rules`);
  for (const line of summary())
    console.log(`  ${line.preset}: ${line.rules} rules, ${line.warnings} warnings (${line.per100} per 100 models), ${line.suggestions} suggestions, ${line.quiet} schemas without a warning`);
  const width = Math.max(...rules.map(rule => rule.name.length));
  console.log(`\n${'id'.padEnd(8)}${'name'.padEnd(width + 2)}${'preset'.padEnd(13)}${'severity'.padEnd(12)}${'findings'.padStart(8)}${'schemas'.padStart(9)}${'per 100 models'.padStart(16)}`);
  for (const rule of rules.filter(rule => options.rule.length === 0 || options.rule.includes(rule.id))) {
    const own = figures.get(rule.id);
    console.log(`${rule.id.padEnd(8)}${rule.name.padEnd(width + 2)}${rule.preset.padEnd(13)}${rule.severity.padEnd(12)}${String(own.findings).padStart(8)}${String(own.schemas).padStart(9)}${own.per100.padStart(16)}`);
  }
}

// Spread over the findings, so that one large schema does not stand for all; the same ones each time.
function show(id) {
  const own = found.filter(one => one.id === id);
  const step = Math.max(1, own.length / Number(options.show));
  console.log(`\n${id}`);
  for (let i = 0; i < own.length; i += step) {
    const one = own[Math.floor(i)];
    console.log(`  ${relative(process.cwd(), one.file)}:${one.start.line}:${one.start.column} ${one.message}`);
  }
}

function write() {
  const text = readFileSync(page, 'utf8');
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start) {
    console.error(`${page} lacks the marks around its figures`);
    process.exit(2);
  }
  const kept = handWritten(text.slice(start, end));
  const gone = [...kept.keys()].filter(id => !figures.has(id));
  const lines = [
    START,
    '',
    `${schemas.length} schemas with ${models} models; all rules, options at their defaults.`,
    '',
    '| Preset | Rules | Warnings | per 100 models | Suggestions | Schemas without a warning |',
    '|---|---|---|---|---|---|',
    ...summary().map(line => `| \`${line.preset}\` | ${line.rules} | ${line.warnings} | ${line.per100} | ${line.suggestions} | ${line.quiet} |`),
    '',
    '| Id | Name | Preset | Severity | Findings | Schemas | per 100 models | Read | Right | Remark |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rules.map(rule => {
      const own = figures.get(rule.id);
      const cells = [`[${rule.id}](../rules/${rule.id}.md)`, rule.name, rule.preset, rule.severity, own.findings, own.schemas, own.per100];
      return `| ${[...cells, ...(kept.get(rule.id) ?? ['', '', ''])].join(' | ')} |`.replaceAll('  ', ' ');
    }),
    '',
  ];
  writeFileSync(page, text.slice(0, start) + lines.join('\n') + text.slice(end));
  console.log(`\n${relative(process.cwd(), page)} written${gone.length > 0 ? `; no longer rules: ${gone.join(', ')}` : ''}`);
}

function handWritten(table) {
  const kept = new Map();
  for (const line of table.split('\n')) {
    const id = /^\| \[?(PL\d{4})/.exec(line)?.[1];
    if (id)
      kept.set(id, line.replace(/^\|/, '').replace(/\|\s*$/, '').split(/(?<!\\)\|/).slice(-HAND_WRITTEN).map(cell => cell.trim()));
  }
  return kept;
}
