// Prisma's schema engine, fetched once from npm into a folder of the system's temporary files, without a database.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const VERSION = '7.10.0';
const PACKAGES = {
  '@prisma/driver-adapter-utils': VERSION,
  '@prisma/schema-engine-wasm': '7.10.0-4.0edf323efd1d98336f3f0a68684b56f689b900d3',
};

// The function (old, new) → the SQL of the migration between two schemas; it throws what the engine refuses.
export async function loadEngine() {
  const home = install();
  const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = createRequire(join(home, 'package.json'))('@prisma/driver-adapter-utils');
  const engine = await load(join(home, 'node_modules/@prisma/schema-engine-wasm'));
  return async (before, after) => {
    const target = (name, content) => ({ tag: 'schemaDatamodel', files: [{ path: name, content }] });
    const run = await engine.SchemaEngine.new({ datamodels: [['new.prisma', after]] }, () => {}, adapter(bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum));
    try {
      const { stdout } = await run.diff({
        from: before === null ? { tag: 'empty' } : target('old.prisma', before),
        to: target('new.prisma', after),
        script: true,
        exitCode: true,
        filters: { externalTables: [], externalEnums: [] },
      });
      return stdout;
    } finally {
      run.free();
    }
  };
}

function install() {
  const home = join(tmpdir(), `prismalint-schema-engine-${VERSION}`);
  if (!existsSync(home)) {
    // Made beside it and moved when complete: half of it is never taken for the whole.
    const draft = `${home}-${process.pid}`;
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft, stdio: 'inherit' });
    if (existsSync(home)) rmSync(draft, { recursive: true });
    else renameSync(draft, home);
  }
  return home;
}

// The package is written for bundlers, which give a module of its own to the binary part.
async function load(folder) {
  const module = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')));
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return module;
}

// The one thing that the engine asks a server on the way is who it is.
function adapter(bind, ColumnTypeEnum) {
  const server = {
    provider: 'postgres',
    adapterName: 'none',
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'number'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 15', 150000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
    startTransaction: async () => {
      throw new Error('no server here');
    },
  };
  const connect = async () => server;
  return bind({ provider: 'postgres', adapterName: 'none', connect, connectToShadowDb: connect });
}
