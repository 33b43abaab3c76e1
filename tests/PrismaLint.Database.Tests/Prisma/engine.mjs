// Prisma's schema engine, without the command line and without a database: argument HOME, a folder with its packages in
// node_modules; standard input: [[name, schema], …]; standard output: {name: SQL of the migration that creates it}.
// A schema that Prisma refuses ends it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const home = process.argv[2];
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = createRequire(join(home, 'package.json'))('@prisma/driver-adapter-utils');
const engine = await load(join(home, 'node_modules/@prisma/schema-engine-wasm'));

const migrations = {};
for (const [name, content] of JSON.parse(readFileSync(0, 'utf8'))) {
  const run = await engine.SchemaEngine.new({ datamodels: [[name, content]] }, () => {}, adapter());
  const { stdout } = await run.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: name, content }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  migrations[name] = stdout;
}
console.log(JSON.stringify(migrations));

// The package is written for bundlers, which give a module of its own to the binary part.
async function load(folder) {
  const module = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')));
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return module;
}

// The one thing that the engine asks a server on the way is who it is.
function adapter() {
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
  return bindMigrationAwareSqlAdapterFactory({ provider: 'postgres', adapterName: 'none', connect, connectToShadowDb: connect });
}
