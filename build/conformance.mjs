// Compares PrismaLint's validation with Prisma's own validator (its WASM build from npm) on schemas made here.
//
//   node build/conformance.mjs CLI.dll [--line 6|7] [--seed N] [--schemas N] [--mutants N] [--every N] [--only GROUP,…] [--show N] [--keep FOLDER] [--rows]
//
// CLI.dll is the built src/PrismaLint.Cli. The groups of schemas:
//   samples       the repository's own
//   generated     valid schemas of every provider, --schemas in all, made from --seed
//   several files the same, spread over the files of a folder
//   mutants       --mutants slips of the hand in those
//   tables        native types, attributes, defaults, operator classes, …: every combination; of the large ones every --every-th
// Prints, per group, how many verdicts, error lines and warnings agree, and per kind of message of Prisma's (a row) how often
// it was seen and met: on its line, by the check of that name, in a schema with the same verdict. --keep writes what differs.
//
// Exit code 1 where a verdict or a warning differs, a table's lines differ, or fewer than 96 % of a group's schemas agree in all
// lines. Lines around text that no parser can place may differ: PrismaLint says less of it.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Comparison } from './conformance/comparison.mjs';
import { lintAll } from './conformance/linter.mjs';
import { mutants } from './conformance/mutants.mjs';
import { generated, spread } from './conformance/schemas.mjs';
import * as tables from './conformance/tables.mjs';
import { validator } from './conformance/validator.mjs';

const LINES_AGREED = 0.96, LARGE = 1000, RARE = 5;

const { positionals: [cli], values } = parseArgs({
  allowPositionals: true,
  options: {
    line: { type: 'string', default: '7' },
    schemas: { type: 'string', default: '600' },
    mutants: { type: 'string', default: '9000' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '7' },
    show: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    rows: { type: 'boolean', default: false },
  },
});
const line = values.line, seed = +values.seed;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function samples() {
  const below = folder => readdirSync(folder).sort().flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? (['bin', 'obj', 'node_modules'].includes(name) ? [] : below(path)) : name.endsWith('.prisma') ? [path] : [];
  });
  return below(join(root, 'samples')).map(path => {
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    return line === '6' && !/^\s*url\s*=/m.test(text) ? text.replace(/(datasource \w+ \{\n)/, '$1  url = env("X")\n') : text;
  });
}

const single = texts => Array.from(texts, text => ({ files: [['schema.prisma', text]] }));
const thinned = schemas => schemas.length <= LARGE ? schemas : schemas.filter((_, i) => i % +values.every === seed % +values.every);
const bases = [...samples(), ...generated(line, +values.schemas, seed)];
const groups = {
  samples: () => single(samples()),
  generated: () => single(generated(line, +values.schemas, seed)),
  'several files': () => spread(generated(line, +values.schemas, seed), seed),
  mutants: () => Array.from(mutants(bases, line, +values.mutants, seed), ({ text, slips }) => ({ files: [['schema.prisma', text]], origin: slips })),
  ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, () => thinned(single(table(line)))])),
};
const chosen = values.only ? values.only.split(',') : Object.keys(groups);

const comparison = new Comparison(line);
const validate = validator(line);
console.log(`Prisma ${line}`.padEnd(17), 'schemas  invalid  verdict  missed  invented    lines  warned  warnings  seconds');
for (const name of chosen) {
  const start = Date.now();
  const schemas = groups[name]();
  const ours = lintAll(cli, line, schemas);
  const theirs = schemas.map(({ files }) => validate(files));
  const group = comparison.add(name, schemas, theirs, ours);
  const share = (part, all) => (all === 0 ? '-' : (100 * part / all).toFixed(2) + '%').padStart(8);
  console.log(name.padEnd(17), String(group.schemas).padStart(7), String(group.invalid).padStart(8), share(group.schemas - group.missed - group.invented, group.schemas),
    String(group.missed).padStart(7), String(group.invented).padStart(9), share(group.lines, group.schemas), String(group.warned).padStart(7),
    share(group.warnings, group.warned).padStart(9), ((Date.now() - start) / 1000).toFixed(1).padStart(8));
}

const rows = [...comparison.rows.values()], met = rows.filter(row => row.seen > 0);
console.log(`\n${met.length} of ${rows.length} rows provoked; ${values.rows ? 'all of them' : 'those not met every time'}: seen, on the line, by name, same verdict`);
for (const row of met.filter(row => values.rows || row.onLine < row.seen || row.named < row.seen || row.verdicts < row.seen))
  console.log(`${[row.seen, row.onLine, row.named, row.verdicts].map(n => String(n).padStart(7)).join('')}  ${row.name}`);
const rare = met.filter(row => row.seen < RARE);
if (rare.length > 0)
  console.log(`provoked fewer than ${RARE} times: ${rare.map(row => row.name).join(', ')}`);
if (met.length < rows.length)
  console.log(`never provoked: ${rows.filter(row => row.seen === 0).map(row => row.name).join(', ')}`);
for (const text of comparison.unknownMessages) console.log(`message of no row: ${text}`);
if (comparison.brokenDown > 0) console.log(`the validator broke down on ${comparison.brokenDown} schemas, which are not counted`);

const order = ['verdict', 'warnings', 'lines', 'lines around unreadable text'];
const differences = comparison.differences.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
const say = found => found.slice(0, 3).map(({ file, line, detail, text }) => `${file}:${line} ${detail ? detail + ': ' : ''}${text.slice(0, 110)}`).join(' | ') || 'nothing';
const only = (a, b) => a.filter(x => !b.some(y => y.line === x.line && y.file === x.file));
console.log(order.map(kind => `${kind}: ${differences.filter(difference => difference.kind === kind).length} schemas differ`).join('\n'));
differences.slice(0, +values.show).forEach(({ kind, group, schema, theirs, mine }, i) => {
  console.log(`\n${kind} of ${group} ${schema.origin ?? ''}\n  Prisma alone: ${say(only(theirs, mine))}\n  PrismaLint alone: ${say(only(mine, theirs))}`);
  if (values.keep) {
    for (const [name, text] of schema.files) {
      const path = join(values.keep, String(i), name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
});

const counts = comparison.groups;
const total = name => counts.reduce((sum, group) => sum + group[name], 0);
const failures = [
  total('missed') + total('invented') > 0 && 'a verdict differs',
  differences.some(({ kind }) => kind === 'warnings') && 'a warning differs',
  differences.some(({ kind, group }) => kind === 'lines' && group in tables) && 'the lines of a table differ',
  counts.some(group => group.lines < LINES_AGREED * group.schemas) && `lines agree in fewer than ${100 * LINES_AGREED} % of a group`,
  comparison.unknownMessages.size > 0 && 'Prisma says something that no row knows',
].filter(Boolean);
for (const failure of failures) console.log(`\nfailed: ${failure}`);
process.exit(failures.length === 0 ? 0 : 1);
