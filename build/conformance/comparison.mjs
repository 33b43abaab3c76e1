// Sets side by side what Prisma's validator and PrismaLint find, and keeps count.
import { rowOf, rowsOf } from './rows.mjs';

// Lines that no parser can place: Prisma reports each, PrismaLint goes on where the next member or block begins.
const UNREADABLE = /^(invalid-.*-line|unknown-block)$/;
const VALIDATION = /^PL00(0\d|1[01])$/;
const same = (a, b) => a.size === b.size && [...a].every(item => b.has(item));
const places = found => new Set(found.map(({ file, line }) => `${file}:${line}`));

export class Comparison {
  constructor(line) {
    this.rows = new Map(rowsOf(line).map(row => [row.name, { ...row, seen: 0, onLine: 0, named: 0, verdicts: 0 }]));
    this.groups = [];
    this.differences = [];
    this.unknownMessages = new Set();
    this.brokenDown = 0;
  }

  // schemas: [{ files, origin }]; theirs and ours: one list of findings a schema, theirs null where the validator broke down.
  add(name, schemas, theirs, ours) {
    const group = { name, schemas: 0, invalid: 0, missed: 0, invented: 0, lines: 0, warned: 0, warnings: 0 };
    schemas.forEach((schema, i) => {
      if (theirs[i] === null) { this.brokenDown++; return; }
      const errors = theirs[i].filter(found => !found.warning), mine = ours[i].filter(found => !found.warning);
      const warnings = theirs[i].filter(found => found.warning), myWarnings = ours[i].filter(found => found.warning && VALIDATION.test(found.id));
      const invalid = errors.length > 0, lines = places(mine), all = places([...mine, ...myWarnings]);
      group.schemas++;
      group.invalid += invalid;
      group.missed += invalid && mine.length === 0;
      group.invented += !invalid && mine.length > 0;
      const agreed = same(places(errors), lines);
      group.lines += agreed;
      for (const found of theirs[i]) this.count(found, invalid === mine.length > 0, all, ours[i]);
      if (invalid !== mine.length > 0) this.differs('verdict', name, schema, errors, mine);
      else if (!agreed) this.differs(errors.some(found => UNREADABLE.test(rowOf(found.text)?.name)) ? 'lines around unreadable text' : 'lines', name, schema, errors, mine);
      if (warnings.length > 0 || myWarnings.length > 0) {
        group.warned++;
        const alike = same(new Set(warnings.map(kindAt)), new Set(myWarnings.map(({ file, line, detail }) => `${file}:${line}:${detail}`)));
        group.warnings += alike;
        if (!alike && !invalid) this.differs('warnings', name, schema, warnings, myWarnings);
      }
    });
    this.groups.push(group);
    return group;
  }

  count({ file, line, text }, verdict, lines, ours) {
    const row = this.rows.get(rowOf(text)?.name);
    if (row === undefined) { this.unknownMessages.add(text.slice(0, 160)); return; }
    row.seen++;
    row.verdicts += verdict;
    row.onLine += lines.has(`${file}:${line}`);
    row.named += ours.some(found => found.line === line && found.file === file && row.details.has(found.detail));
  }

  differs(kind, group, schema, theirs, mine) {
    this.differences.push({ kind, group, schema, theirs, mine });
  }
}

const kindAt = ({ file, line, text }) => `${file}:${line}:${rowOf(text)?.name.replace(/\/.*/, '')}`;
