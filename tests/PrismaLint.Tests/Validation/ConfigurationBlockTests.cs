using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class ConfigurationBlockTests : ValidationTests
{
    [TestCase("datasource-without-provider", "datasource [|db|] {\n  url = \"x\"\n}\n")]
    [TestCase("provider-form", "datasource [|db|] {\n  provider = env(\"P\")\n  url = \"x\"\n}\n")]
    [TestCase("provider-form", "datasource db {\n  provider = [|\"\"|]\n  url = \"x\"\n}\n")]
    [TestCase("provider-form", "datasource db {\n  provider = [|[\"sqlite\"]|]\n  url = \"x\"\n}\n")]
    [TestCase("unknown-provider", "datasource db {\n  provider = [|\"PostgreSQL\"|]\n  url = \"x\"\n}\n")]
    [TestCase("shadow-database-is-database", "datasource db {\n  provider = \"mysql\"\n  url = [|env(\"X\")|]\n  shadowDatabaseUrl = env(\"X\")\n}\n")]
    [TestCase("unknown-relation-mode", "datasource [|db|] {\n  provider = \"mysql\"\n  url = \"x\"\n  relationMode = \"foo\"\n}\n")]
    [TestCase("refused-relation-mode", "datasource db {\n  provider = \"mongodb\"\n  url = \"x\"\n  relationMode = [|\"foreignKeys\"|]\n}\n")]
    [TestCase("old-relation-mode", "datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n  [|referentialIntegrity|] = \"prisma\"\n}\n")]
    [TestCase("preview-features-in-datasource", "datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n  [|previewFeatures|] = [\"views\"]\n}\n")]
    [TestCase("refused-schemas", "datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n  [|schemas|] = [\"a\"]\n}\n")]
    [TestCase("empty-schemas", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  schemas = [|[]|]\n}\n")]
    [TestCase("repeated-schema", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  schemas = [\"a\", \"b\", [|\"a\"|]]\n}\n")]
    [TestCase("unknown-datasource-property", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  [|foo|] = 1\n}\n")]
    [TestCase("unknown-datasource-property", "datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n  [|extensions|] = [a]\n}\n")]
    [TestCase("several-datasources", "datasource [|a|] {\n  provider = \"mysql\"\n  url = \"x\"\n}\ndatasource [|b|] {\n  provider = \"mysql\"\n  url = \"x\"\n}\n")]
    [TestCase("property-without-value", "datasource [|db|] {\n  provider =\n}\n")]
    [TestCase("env-arguments", "datasource db {\n  provider = \"mysql\"\n  url = [|env()|]\n}\n")]
    [TestCase("env-named-argument", "datasource db {\n  provider = \"mysql\"\n  url = env([|name|]: \"X\")\n}\n")]
    [TestCase("wrong-property-form", "datasource db {\n  provider = \"mysql\"\n  url = [|3|]\n}\n")]
    [TestCase("extension-form", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  extensions = [a, [|\"b\"|]]\n}\n")]
    [TestCase("unnamed-extension-argument", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  extensions = [a([|\"b\"|])]\n}\n")]
    [TestCase("unknown-extension-argument", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  extensions = [a([|foo: \"b\"|])]\n}\n")]
    [TestCase("extension-argument-form", "datasource db {\n  provider = \"postgres\"\n  url = \"x\"\n  extensions = [a([|map: b|])]\n}\n")]
    public void Refuses_a_datasource(string detail, string schema) => Refuse(detail, schema);

    [Test]
    public void Refuses_both_names_of_the_relation_mode() =>
        Validate("datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n  relationMode = \"prisma\"\n  referentialIntegrity = \"prisma\"\n}\n")
            .Found.Select(found => (found.Detail, found.Severity))
            .Should().Equal(("old-relation-mode", DiagnosticSeverity.Warning), ("two-relation-modes", DiagnosticSeverity.Error));

    [TestCase("datasource-without-url", "datasource [|db|] {\n  provider = \"mysql\"\n}\n")]
    [TestCase("object-before-7-4", "datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n}\ngenerator g {\n  provider = \"x\"\n  foo = [|{|] a: 1 }\n}\n")]
    [TestCase("unknown-preview-feature", "generator g {\n  provider = \"x\"\n  previewFeatures = [[|\"partialIndexes\"|]]\n}\n")]
    [TestCase("deprecated-preview-feature", "generator g {\n  provider = \"x\"\n  previewFeatures = [[|\"metrics\"|]]\n}\n")]
    public void Refuses_in_Prisma_6(string detail, string schema) => Refuse(detail, schema, PrismaVersion.V6);

    [TestCase("url-in-schema", "datasource db {\n  provider = \"mysql\"\n  [|url|] = \"x\"\n  [|directUrl|] = \"y\"\n}\n")]
    [TestCase("unknown-preview-feature", "generator g {\n  provider = \"x\"\n  previewFeatures = [[|\"metrics\"|]]\n}\n")]
    public void Refuses_in_Prisma_7(string detail, string schema) => Refuse(detail, schema, PrismaVersion.V7);

    [Test]
    public void Takes_a_URL_without_the_main_one_for_Prisma_7_where_the_version_is_not_known() =>
        Refuse("url-in-schema", "datasource db {\n  provider = \"mysql\"\n  [|directUrl|] = \"y\"\n}\n");

    [TestCase("datasource db {\n  provider = \"mysql\"\n  url = env(\"X\")\n}\n")]
    [TestCase("datasource db {\n  provider = \"mysql\"\n}\n")]
    [TestCase("datasource db {\n  provider = \"cockroachdb\"\n  url = \"\"\n  shadowDatabaseUrl = \"\"\n  schemas = \"a\"\n  relationMode = \"prisma\"\n}\n")]
    [TestCase("datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n}\ngenerator g {\n  provider = \"x\"\n  previewFeatures = [\"VIEWS\", \"partialIndexes\", \"typedSql\", \"fullTextSearchPostgres\"]\n}\n")]
    [TestCase("generator g {\n  provider = env(\"X\")\n  output = env(\"Y\")\n  foo = [1, a, b(2)]\n  binaryTargets = \"native\"\n}\n")]
    public void Accepts_where_the_version_is_not_known(string schema) => Accept(schema);

    [TestCase("generator-without-provider", "generator [|g|] {\n  output = \"x\"\n}\n")]
    [TestCase("unknown-preview-feature", "generator g {\n  provider = \"x\"\n  previewFeatures = [[|\"esm\"|]]\n}\n")]
    [TestCase("unknown-preview-feature", "datasource db {\n  provider = \"mysql\"\n  url = \"x\"\n}\ngenerator g {\n  provider = \"x\"\n  previewFeatures = [[|\"fullTextSearchPostgres\"|]]\n}\n")]
    [TestCase("general-preview-feature", "generator g {\n  provider = \"x\"\n  previewFeatures = [[|\"multiSchema\"|]]\n}\n")]
    [TestCase("renamed-preview-feature", "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n}\ngenerator g {\n  provider = \"x\"\n  previewFeatures = [[|\"fullTextSearch\"|]]\n}\n")]
    [TestCase("wrong-property-form", "generator g {\n  provider = [|3|]\n}\n")]
    [TestCase("wrong-property-form", "generator g {\n  provider = \"x\"\n  engineType = [|env(\"X\")|]\n  previewFeatures = [[|views|]]\n}\n")]
    [TestCase("env-arguments", "generator g {\n  provider = \"x\"\n  foo = [[|env()|]]\n}\n")]
    [TestCase("property-without-value", "generator [|g|] {\n  provider = \"x\"\n  output =\n}\n")]
    public void Refuses_a_generator(string detail, string schema) => Refuse(detail, schema);

    // The datasource stands in another file here.
    [TestCase("unknown-preview-feature", "fullTextSearchPostgres")]
    [TestCase("general-preview-feature", "fullTextSearch")]
    public void Knows_the_features_of_a_provider_in_its_own_file_only(string detail, string feature) =>
        Refuse(detail, $"generator g {{\n  provider = \"x\"\n  previewFeatures = [[|\"{feature}\"|]]\n}}\n");

    [TestCase("{ a: 1 }")]
    [TestCase("[[1, {}]]")]
    public void Passes_over_a_generator_with_an_object(string value) =>
        Refuse("view-without-preview-feature", $"generator g {{\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n  x = {value}\n  y = env()\n}}\nview [|V|] {{\n  a Int\n}}\n");

    [Test]
    public void Reads_an_object_that_a_function_holds() =>
        Accept("generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n  x = f({ a: 1 })\n}\nview V {\n  a Int\n}\n");

    [TestCase("[\"views\", \"schemaEngineDriverAdapters\"]")]
    [TestCase("\"schemaEngineDriverAdapters\"")]
    public void Wants_no_url_of_sqlite_where_the_schema_engine_has_an_adapter(string features) => Accept(
        $"datasource db {{\n  provider = \"sqlite\"\n}}\ngenerator g {{\n  provider = \"x\"\n  previewFeatures = {features}\n}}\n", PrismaVersion.V6);

    [TestCase("sqlite", "[\"SCHEMAENGINEDRIVERADAPTERS\"]")]
    [TestCase("sqlite", "[\"views\"]")]
    [TestCase("mysql", "[\"schemaEngineDriverAdapters\"]")]
    [TestCase("postgresql", "[\"schemaEngineDriverAdapters\"]")]
    public void Wants_a_url_else(string provider, string features) => Refuse(
        "datasource-without-url",
        $"datasource [|db|] {{\n  provider = \"{provider}\"\n}}\ngenerator g {{\n  provider = \"x\"\n  previewFeatures = {features}\n}}\n",
        PrismaVersion.V6);

    [TestCase("mssql", "sqlserver")]
    [TestCase("mariadb", "mysql")]
    [TestCase("postgresq", "postgresql")]
    public void Offers_the_near_provider(string written, string meant) =>
        Validate($"datasource db {{\n  provider = [|\"{written}\"|]\n  url = \"x\"\n}}\n")
            .Report($"Prisma knows no provider `{written}`; did you mean `{meant}`?")
            .BecomeWhenFixed($"datasource db {{\n  provider = \"{meant}\"\n  url = \"x\"\n}}\n");
}
