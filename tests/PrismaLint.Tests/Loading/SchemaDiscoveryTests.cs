using System;
using System.IO;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Loading;

namespace PrismaLint.Tests.Loading;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SchemaDiscoveryTests : IDisposable
{
    private const string Root = "datasource db {\n  provider = \"postgresql\"\n}\n";
    private const string Part = "model A {\n  id Int @id\n}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void A_file_is_a_schema_whatever_lies_beside_it()
    {
        _folder.With("db/a.prisma", Part).With("db/b.prisma", Root);
        Find("db/a.prisma").Should().Equal("db/a.prisma: db/a.prisma");
        Find("./db/a.prisma").Should().Equal("./db/a.prisma: ./db/a.prisma");
    }

    [Test]
    public void A_file_with_a_datasource_gathers_the_files_of_its_folder_tree()
    {
        _folder.With("prisma/schema.prisma", Root).With("prisma/models/b.prisma", Part).With("prisma/models/a.prisma", Part)
            .With("other/single.prisma", Root).With("prisma/inner/root.prisma", Root).With("prisma/inner/deep/x.prisma", Part).With("prisma/notes.txt", Root);
        string[] expected =
        [
            "other/single.prisma: other/single.prisma",
            "prisma: prisma/models/a.prisma prisma/models/b.prisma prisma/schema.prisma",
            "prisma/inner: prisma/inner/deep/x.prisma prisma/inner/root.prisma",
        ];
        Find().Should().Equal(expected);
        Find(".").Should().Equal(expected);
        Find("prisma/", "other", "./prisma").Should().HaveCount(3, "a schema is listed once");
    }

    [Test]
    public void Files_of_a_folder_with_two_datasources_belong_to_both()
    {
        _folder.With("a.prisma", Root).With("b.prisma", Root).With("c.prisma", Part);
        Find().Should().Equal(".: a.prisma c.prisma", ".: b.prisma c.prisma");
    }

    [Test]
    public void Without_a_datasource_a_folder_is_one_schema()
    {
        _folder.With("prisma/a.prisma", Part).With("prisma/sub/b.prisma", Part);
        Find("prisma").Should().Equal("prisma: prisma/a.prisma prisma/sub/b.prisma");
    }

    [Test]
    public void Looks_neither_into_hidden_folders_nor_into_build_output_nor_into_packages()
    {
        foreach (var closed in new[] { "node_modules", "bin", "obj", ".git", ".next", "src/node_modules", "src/Bin" })
            _folder.With(closed + "/schema.prisma", Root);
        _folder.With("generated/client/schema.prisma", Root).With("generated/client/package.json", "{ \"name\": \"prisma-client-5f3a\" }");
        _folder.With("src/schema.prisma", Root);
        Find().Should().Equal("src/schema.prisma: src/schema.prisma");
    }

    [Test]
    public void A_loop_of_links_is_no_trap()
    {
        _folder.With("a/schema.prisma", Root);
        Directory.CreateSymbolicLink(_folder.Full("a/loop"), _folder.Path);
        File.CreateSymbolicLink(_folder.Full("linked.prisma"), _folder.Full("a/schema.prisma"));
        Find().Should().Equal("a/schema.prisma: a/schema.prisma", "linked.prisma: linked.prisma");
    }

    [Test]
    public void A_package_names_its_schema()
    {
        _folder.With("package.json", """{ "name": "x", "prisma": { "seed": "y", "schema": "./db/main.prisma" } }""")
            .With("db/main.prisma", Root).With("db/part.prisma", Part).With("else/schema.prisma", Root);
        Find().Should().Equal("db/main.prisma: db/main.prisma");
        Find("else").Should().Equal("else/schema.prisma: else/schema.prisma");
    }

    [TestCase("prisma.config.ts", "import x from 'y';\n// schema: 'no'\nexport default defineConfig({\n  /* schema: 'no' */ views: { schema: 'no' },\n  schema: 'db', // yes\n})")]
    [TestCase("prisma.config.mjs", "export default { \"schema\": \"./db\" }")]
    [TestCase("prisma7.config.ts", "export default defineConfig({ schema: `db` })")]
    [TestCase(".config/prisma.ts", "export default defineConfig({ schema: '../db' })")]
    public void A_Prisma_config_names_its_schema_and_wins_over_the_package(string name, string program)
    {
        _folder.With(name, program).With("package.json", """{ "prisma": { "schema": "else" } }""")
            .With("db/main.prisma", Root).With("db/sub/part.prisma", Part).With("else/schema.prisma", Root);
        Find().Should().Equal("db: db/main.prisma db/sub/part.prisma");
    }

    [TestCase("export default defineConfig({ schema: path.join('db', 'x') })")]
    [TestCase("export default defineConfig({ schema: `${dir}/db` })")]
    [TestCase("export default defineConfig({ schema: 'db' + name })")]
    [TestCase("export default defineConfig({ schema: 'unclosed")]
    public void A_Prisma_config_that_computes_its_schema_says_nothing(string program)
    {
        _folder.With("prisma.config.ts", program).With("db/main.prisma", Root).With("else/schema.prisma", Root);
        Find().Should().Equal("db/main.prisma: db/main.prisma", "else/schema.prisma: else/schema.prisma");
    }

    [Test]
    public void Packages_further_down_name_theirs_too()
    {
        _folder.With("packages/db/prisma.config.ts", "export default { schema: 'schema' }")
            .With("packages/db/schema/config/root.prisma", Root).With("packages/db/schema/models/a.prisma", Part).With("packages/web/schema.prisma", Root);
        Find().Should().Equal(
            "packages/db/schema: packages/db/schema/config/root.prisma packages/db/schema/models/a.prisma",
            "packages/web/schema.prisma: packages/web/schema.prisma");
    }

    [TestCase("// use prisma-8\nmodel A {\n}\n")]
    [TestCase("\n\n//use   prisma-next\r\nmodel A {\n}\n")]
    public void Contracts_of_Prisma_8_stand_for_themselves(string contract)
    {
        _folder.With("src/contract.prisma", contract).With("src/old.prisma", Root).With("src/part.prisma", Part);
        Find().Should().Equal("src: src/old.prisma src/part.prisma", "src/contract.prisma: src/contract.prisma");
    }

    [Test]
    public void Says_what_does_not_exist_and_which_folders_are_empty()
    {
        _folder.With("empty/readme.md").With("package.json", """{ "prisma": { "schema": "gone.prisma" } }""");
        var found = SchemaDiscovery.Find(["nowhere", "empty", "."], _folder.Path);
        found.Schemas.Should().BeEmpty();
        found.EmptyFolders.Should().Equal("empty", ".");
        found.Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.Path} {diagnostic.Message}").Should().Equal(
            "PL0014 nowhere `nowhere` does not exist",
            "PL0014 gone.prisma `gone.prisma`, the schema that `package.json` names, does not exist");
    }

    [Test]
    public void Paths_are_absolute_where_the_given_one_is()
    {
        _folder.With("db/schema.prisma", Root);
        var path = _folder.Path.Replace('\\', '/');
        Find(_folder.Path).Should().Equal($"{path}/db/schema.prisma: {path}/db/schema.prisma");
    }

    [TestCase("model datasource {\n  id Int\n  datasource Int\n}\n")]
    [TestCase("// datasource db {\n/* \ndatasource db {\n*/\nmodel A {\n  x String @default(\"\\\"datasource db {\")\n}\n")]
    public void What_only_looks_like_a_datasource_is_none(string text)
    {
        _folder.With("a/one.prisma", text).With("b/schema.prisma", Root);
        Find().Should().Equal("b/schema.prisma: b/schema.prisma");
    }

    [TestCase("\uFEFFdatasource db {\n}\n")]
    [TestCase("// first\r\n  datasource\tdb{}\r\n")]
    [TestCase("generator g {\n} datasource db {\n}\n")]
    [TestCase("/* a */ datasource db {\n}\n")]
    public void A_datasource_is_seen_wherever_it_stands(string text)
    {
        _folder.With("db/a.prisma", text).With("db/b.prisma", Part);
        Find().Should().Equal("db: db/a.prisma db/b.prisma");
    }

    private string[] Find(params string[] paths) =>
        [.. SchemaDiscovery.Find(paths, _folder.Path).Schemas.Select(schema => $"{schema.Path}: {string.Join(" ", schema.Files)}")];
}
