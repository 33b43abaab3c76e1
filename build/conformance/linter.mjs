// The command line of PrismaLint, asked for many schemas a call.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const BATCH = 2000;

// schemas: [{ files: [[name, text], …] }]. Answers one list of { file, line, id, detail, text, warning } a schema; `file` as in the schema.
export function lintAll(cli, line, schemas) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const found = schemas.map(() => []), owners = new Map();
  const targets = schemas.map(({ files }, i) => {
    const root = join(folder, String(i));
    for (const [name, text] of files) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      owners.set(path, { at: i, name });
    }
    return files.length > 1 ? root : join(root, files[0][0]);
  });
  for (let i = 0; i < targets.length; i += BATCH) {
    const list = join(folder, `${i}.rsp`);
    writeFileSync(list, targets.slice(i, i + BATCH).map(path => `"${path}"`).join('\n'));
    const run = spawnSync('dotnet', [cli, 'check', '--format', 'json', '--preset', 'none', '--prisma-version', line, `@${list}`],
      { maxBuffer: 1 << 30, encoding: 'utf8' });
    if (run.status !== 0 && run.status !== 1)
      throw new Error(`exit code ${run.status}: ${run.stderr.slice(0, 300)}`);
    for (const { file, start, id, detail, message, severity } of JSON.parse(run.stdout).diagnostics) {
      const owner = owners.get(file);
      found[owner.at].push({ file: owner.name, line: start.line, id, detail, text: message, warning: severity !== 'error' });
    }
  }
  rmSync(folder, { recursive: true });
  return found;
}
