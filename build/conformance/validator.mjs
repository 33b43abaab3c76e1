// Prisma's own validator, its WASM build from npm, installed once into the temporary folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSIONS = {
  6: '6.19.0-26.2ba551f319ab1df4bc874a89965d8b3641056773',
  7: '8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323',
};
const PACKAGE = '@prisma/prisma-schema-wasm';

export function validator(line) {
  const home = join(tmpdir(), `prismalint-validator-${line}`);
  if (!existsSync(join(home, 'node_modules', PACKAGE))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `${PACKAGE}@${VERSIONS[line]}`],
      { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const require = createRequire(join(home, 'package.json'));
  let wasm = require(PACKAGE);

  // files: [[name, text], …]. Answers [{ file, line, text, warning }], or null where the validator itself breaks down.
  return files => {
    try {
      const texts = new Map(files.map(([name, text]) => [name, lineStarts(text)]));
      return JSON.parse(wasm.lint(JSON.stringify(files))).map(found =>
        ({ file: found.file_name, line: lineAt(texts.get(found.file_name), found.start), text: found.text, warning: found.is_warning }));
    } catch {
      for (const key of Object.keys(require.cache)) if (key.startsWith(home)) delete require.cache[key];
      wasm = require(PACKAGE);
      return null;
    }
  };
}

function lineStarts(text) {
  const starts = [0];
  for (const newline of text.matchAll(/\r\n|\n|\r/g)) starts.push(newline.index + newline[0].length);
  return starts;
}

function lineAt(starts, offset) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle; else high = middle - 1;
  }
  return low + 1;
}
