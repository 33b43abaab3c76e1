// What the databases hold, as far as the schemas made here need it. Written down once more, apart from the sources under test.
export const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'mongodb', 'cockroachdb'];
export const SCALARS = ['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes'];
export const INDEX_TYPES = ['BTree', 'Hash', 'Gin', 'Gist', 'SpGist', 'Brin'];
export const ACTIONS = ['Cascade', 'Restrict', 'NoAction', 'SetNull', 'SetDefault'];

const types = text => Object.fromEntries(text.trim().split('\n').map(row => {
  const [scalar, ...names] = row.trim().split(/\s+/);
  return [scalar, names];
}));

// Native types, each way of writing its arguments that passes.
export const NATIVE_TYPES = {
  postgresql: types(`
    String Text VarChar VarChar(40) Char Char(4) Bit Bit(3) VarBit VarBit(9) Uuid Xml Inet Citext
    Boolean Boolean
    Int Integer SmallInt Oid
    BigInt BigInt
    Float DoublePrecision Real
    Decimal Decimal Decimal(12,2) Money
    DateTime Timestamp Timestamp(3) Timestamptz Timestamptz(6) Date Time Time(0) Timetz Timetz(2)
    Json Json JsonB
    Bytes ByteA`),
  mysql: types(`
    String VarChar(191) Char(10) Text TinyText MediumText LongText
    Boolean TinyInt UnsignedTinyInt Bit(1)
    Int Int UnsignedInt SmallInt UnsignedSmallInt MediumInt UnsignedMediumInt TinyInt UnsignedTinyInt Year
    BigInt BigInt UnsignedBigInt
    Float Float Double
    Decimal Decimal Decimal(10,2)
    DateTime DateTime DateTime(3) Timestamp Timestamp(6) Time Time(1) Date
    Json Json
    Bytes Bit(8) Binary(16) VarBinary(20) Blob TinyBlob MediumBlob LongBlob`),
  sqlite: {},
  sqlserver: types(`
    String NVarChar NVarChar(40) NVarChar(Max) VarChar VarChar(40) VarChar(max) NChar NChar(4) Char Char(4) Text NText Xml UniqueIdentifier
    Boolean Bit
    Int Int SmallInt TinyInt Bit
    BigInt BigInt
    Float Float Float(24) Real Money SmallMoney
    Decimal Decimal Decimal(38,10)
    DateTime DateTime2 DateTime SmallDateTime Date Time DateTimeOffset
    Bytes VarBinary VarBinary(16) VarBinary(Max) Binary Binary(8) Image`),
  mongodb: types(`
    String String ObjectId
    Boolean Bool
    Int Int Long
    BigInt Long
    Float Double
    DateTime Date Timestamp
    Json Json
    Bytes BinData ObjectId`),
  cockroachdb: types(`
    String String String(40) Char Char(4) Bit Bit(3) VarBit VarBit(9) CatalogSingleChar Uuid Inet
    Boolean Bool
    Int Int4 Int2 Oid
    BigInt Int8
    Float Float8 Float4
    Decimal Decimal Decimal(12,2)
    DateTime Timestamp Timestamp(3) Timestamptz Timestamptz(6) Date Time Time(0) Timetz Timetz(2)
    Json JsonB
    Bytes Bytes`),
};

export const NATIVE_TYPE_NAMES = [...new Set(
  Object.values(NATIVE_TYPES).flatMap(table => Object.values(table).flat()).map(type => type.replace(/\(.*/, '')))];

export const OPERATOR_CLASSES = `InetOps JsonbOps JsonbPathOps ArrayOps TextOps BitMinMaxOps VarBitMinMaxOps BpcharBloomOps BpcharMinMaxOps ByteaBloomOps
  ByteaMinMaxOps DateBloomOps DateMinMaxOps DateMinMaxMultiOps Float4BloomOps Float4MinMaxOps Float4MinMaxMultiOps Float8BloomOps Float8MinMaxOps
  Float8MinMaxMultiOps InetInclusionOps InetBloomOps InetMinMaxOps InetMinMaxMultiOps Int2BloomOps Int2MinMaxOps Int2MinMaxMultiOps Int4BloomOps
  Int4MinMaxOps Int4MinMaxMultiOps Int8BloomOps Int8MinMaxOps Int8MinMaxMultiOps NumericBloomOps NumericMinMaxOps NumericMinMaxMultiOps OidBloomOps
  OidMinMaxOps OidMinMaxMultiOps TextBloomOps TextMinMaxOps TimestampBloomOps TimestampMinMaxOps TimestampMinMaxMultiOps TimestampTzBloomOps
  TimestampTzMinMaxOps TimestampTzMinMaxMultiOps TimeBloomOps TimeMinMaxOps TimeMinMaxMultiOps TimeTzBloomOps TimeTzMinMaxOps TimeTzMinMaxMultiOps
  UuidBloomOps UuidMinMaxOps UuidMinMaxMultiOps`.split(/\s+/);

// Preview features that a schema may name without a warning, and those that open something in the language.
export const FEATURES = {
  6: ['nativeDistinct', 'relationJoins', 'strictUndefinedChecks', 'schemaEngineDriverAdapters', 'typedSql', 'reactNative'],
  7: ['nativeDistinct', 'relationJoins', 'strictUndefinedChecks', 'schemaEngineDriverAdapters', 'typedSql', 'reactNative'],
};
export const openingFeatures = (provider, line) => ['views', 'shardKeys', ...(line === '7' ? ['partialIndexes'] : []),
  ...(provider === 'postgresql' ? ['postgresqlExtensions'] : [])];

export const has = {
  lists: provider => ['postgresql', 'mongodb', 'cockroachdb'].includes(provider),
  enums: provider => provider !== 'sqlserver',
  json: provider => provider !== 'sqlserver',
  jsonLists: provider => ['postgresql', 'mongodb'].includes(provider),
  decimal: provider => provider !== 'mongodb',
  composites: provider => provider === 'mongodb',
  schemas: provider => ['postgresql', 'sqlserver', 'cockroachdb'].includes(provider),
  namedIds: provider => ['postgresql', 'sqlserver', 'cockroachdb'].includes(provider),
  namedForeignKeys: provider => !['sqlite', 'mongodb'].includes(provider),
  partialIndexes: provider => !['mysql', 'mongodb'].includes(provider),
};

export const actionsOf = (provider, mode) =>
  mode === 'prisma' || provider === 'mongodb'
    ? ['postgresql', 'sqlite'].includes(provider) ? ['Cascade', 'Restrict', 'SetNull'] : ['Cascade', 'Restrict', 'NoAction', 'SetNull']
    : provider === 'sqlserver' ? ['Cascade', 'NoAction', 'SetNull', 'SetDefault'] : ACTIONS;

export const datasource = (provider, line, ...more) => provider
  ? ['datasource db {', `  provider = "${provider}"`, ...(line === '6' ? ['  url = env("DATABASE_URL")'] : []), ...more.map(text => '  ' + text), '}', ''].join('\n')
  : '';
export const generator = (features = []) =>
  `generator client {\n  provider = "prisma-client"\n  previewFeatures = [${features.map(name => `"${name}"`).join(', ')}]\n}\n`;
export const idOf = provider => provider === 'mongodb' ? 'Int @id @map("_id")' : 'Int @id';
