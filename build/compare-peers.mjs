// Times PrismaLint against its peers on one schema in one run: prisma-lint, and Prisma's own validator (its WASM build).
//
//   node build/compare-peers.mjs [--schema FILE | --bytes N] [--runs N] [--native FILE] [--in-process]
//
// Needs Node, npm and the .NET SDK. The peers are fetched once from npm into a folder of the system's temporary files.
// Absolute times are those of the machine and the moment: the ratios are what to quote.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PEERS = {
  'prisma-lint': '0.13.1',
  '@prisma/prisma-schema-wasm': '8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323',
};

// The rules of prisma-lint that need no decision of the project: a list of usual length.
const PEER_CONFIGURATION = {
  rules: {
    'enum-name-pascal-case': ['error'],
    'field-name-camel-case': ['error'],
    'forbid-required-ignored-field': ['error'],
    'model-name-grammatical-number': ['error', { style: 'singular' }],
    'model-name-pascal-case': ['error'],
    'require-field-index': ['error', { forAllRelations: true }],
  },
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    schema: { type: 'string' },
    bytes: { type: 'string', default: '110000' },
    runs: { type: 'string', default: '7' },
    native: { type: 'string' },
    // Leaves the processes out: prisma-lint takes minutes on megabytes.
    'in-process': { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('--runs takes a number from 1 on');
  process.exit(2);
}

const home = join(tmpdir(), 'prismalint-peers');
installPeers();
const benchmarks = build('tests/PrismaLint.Benchmarks', 'PrismaLint.Benchmarks.dll');
const cli = existsSync(join(root, 'src/PrismaLint.Cli')) ? build('src/PrismaLint.Cli', 'PrismaLint.Cli.dll') : null;
const native = options.native ? resolve(options.native) : findNativeBuild();
const schema = options.schema ? resolve(options.schema) : generate(Number(options.bytes));
const text = readFileSync(schema, 'utf8');

if (!options['in-process'])
  compareProcesses();
compareInProcess();

function installPeers() {
  const wanted = JSON.stringify({ private: true, dependencies: PEERS }, null, 2);
  const manifest = join(home, 'package.json');
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted || !existsSync(join(home, 'node_modules'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(manifest, wanted);
    console.error('Fetching the peers …');
    // With a shell, since npm is a script on Windows; no argument is anybody's input.
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  }
  writeFileSync(join(home, 'rules.json'), JSON.stringify(PEER_CONFIGURATION));
  writeFileSync(
    join(home, 'validate.cjs'),
    "const file = process.argv[2];\nrequire('@prisma/prisma-schema-wasm').lint(JSON.stringify([[file, require('node:fs').readFileSync(file, 'utf8')]]));\n",
  );
}

function build(project, assembly) {
  console.error(`Building ${project} …`);
  execFileSync('dotnet', ['build', '-c', 'Release', '-v', 'q', '--nologo', join(root, project)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(root, project, 'bin/Release/net10.0', assembly);
}

function generate(bytes) {
  const file = join(home, 'schema.prisma');
  execFileSync('dotnet', [benchmarks, 'generate', String(bytes), file]);
  return file;
}

// What `dotnet publish` of a native build leaves behind, wherever its runtime identifier put it.
function findNativeBuild() {
  const folder = join(root, 'src/PrismaLint.Cli/bin/Release/net10.0');
  const name = process.platform === 'win32' ? 'PrismaLint.Cli.exe' : 'PrismaLint.Cli';
  const found = existsSync(folder) ? readdirSync(folder).map(entry => join(folder, entry, 'native', name)).filter(existsSync) : [];
  return found[0] ?? null;
}

function compareProcesses() {
  const check = ['check', schema, '--fail-on', 'never'];
  const contestants = [
    cli && { name: 'prismalint check (JIT)', command: 'dotnet', args: [cli, ...check] },
    native && { name: 'prismalint check (native)', command: native, args: check },
    { name: 'node + WASM validator', command: process.execPath, args: [join(home, 'validate.cjs'), schema] },
    {
      name: `prisma-lint ${PEERS['prisma-lint']}`,
      command: process.execPath,
      args: [join(home, 'node_modules/prisma-lint/dist/cli.js'), '--config', join(home, 'rules.json'), schema],
      findings: 1,
    },
  ].filter(Boolean);
  const times = contestants.map(() => []);
  // In turn, so that a slow minute of the machine is everybody's.
  for (let run = -1; run < runs; run++) {
    contestants.forEach((contestant, index) => {
      const elapsed = timeProcess(contestant);
      if (run >= 0)
        times[index].push(elapsed);
    });
  }
  const peers = contestants.slice(-2).map((contestant, index) => ({ name: contestant.name, median: median(times.at(index - 2)) }));
  print(
    `Processes on ${text.length} bytes, ${runs} runs each, in turn`,
    [
      ['', 'median ms', ...peers.map(peer => `of ${peer.name}`), 'from … to'],
      ...contestants.map((contestant, index) => row(contestant.name, times[index], peers)),
    ],
  );
  if (!cli)
    console.log('src/PrismaLint.Cli does not exist: no figure for it.\n');
  else if (!native)
    console.log('No native build found: `dotnet publish src/PrismaLint.Cli -c Release -r RID -p:NativeTool=true`, or --native FILE.\n');
}

function timeProcess({ name, command, args, findings }) {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const elapsed = performance.now() - start;
  if (error || (status !== 0 && status !== findings))
    throw new Error(`${name} ended with ${status}: ${error?.message ?? stderr}`);
  return elapsed;
}

function compareInProcess() {
  const validator = createRequire(join(home, 'package.json'))('@prisma/prisma-schema-wasm');
  const input = JSON.stringify([['schema.prisma', text]]);
  const count = Math.max(5, Math.min(51, Math.round(6e6 / text.length)));
  const times = [];
  const processor = [];
  for (let run = -5; run < count; run++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    validator.lint(input);
    const elapsed = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    if (run >= 0) {
      times.push(elapsed);
      processor.push((user + system) / 1e3);
    }
  }
  const ours = JSON.parse(execFileSync('dotnet', [benchmarks, 'json', schema], { encoding: 'utf8' }));
  const theirs = { milliseconds: median(times), cpuMilliseconds: median(processor) };
  const phases = Object.entries(ours.phases).map(([phase, figures]) => [
    phase === 'lint' ? 'PrismaLint, whole check' : `  ${phase}`,
    figures.milliseconds.toFixed(2),
    ratio(figures.milliseconds, theirs.milliseconds),
    figures.cpuMilliseconds.toFixed(2),
    ratio(figures.cpuMilliseconds, theirs.cpuMilliseconds),
    `${(text.length / 1e3 / figures.cpuMilliseconds).toFixed(1)} MB/s, ${(figures.allocatedBytes / text.length).toFixed(1)} bytes allocated per byte`,
  ]);
  // On a busy machine the clock counts the neighbours too; the processor's time does not.
  print(`Warm, in process, on ${text.length} bytes`, [
    ['', 'median ms', 'of WASM', 'median CPU ms', 'of WASM', ''],
    ['WASM validator', theirs.milliseconds.toFixed(2), '1.000', theirs.cpuMilliseconds.toFixed(2), '1.000', ''],
    ...phases,
  ]);
}

function row(name, times, peers) {
  const middle = median(times);
  return [name, middle.toFixed(2), ...peers.map(peer => ratio(middle, peer.median)), `${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)}`];
}

function ratio(value, base) {
  return (value / base).toFixed(3);
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function print(title, table) {
  const widths = table[0].map((_, column) => Math.max(...table.map(cells => cells[column].length)));
  console.log(title);
  for (const cells of table) {
    const last = cells.length - 1;
    console.log('  ' + cells.map((cell, column) => (column === 0 || column === last ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
  }
  console.log();
}
