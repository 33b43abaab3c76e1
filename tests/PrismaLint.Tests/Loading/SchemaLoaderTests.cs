using System;
using System.IO;
using System.Linq;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Loading;
using PrismaLint.Semantics;

namespace PrismaLint.Tests.Loading;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SchemaLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Keeps_the_text_as_it_is()
    {
        const string text = "\uFEFFmodel Ä {\r\n  id Int @id\r}\n";
        _folder.With("a.prisma", Encoding.UTF8.GetBytes(text));
        SchemaLoader.Load(["a.prisma"], _folder.Path).Schemas.Single().Files.Single().Content.Should().Be(text);
    }

    [Test]
    public void What_cannot_be_read_is_said_and_the_rest_loaded()
    {
        _folder.With("db/a.prisma", "datasource db {\n}\n").With("db/b.prisma", [(byte)'m', 0xE4, (byte)'x']).With("c.prisma", "");
        var loaded = SchemaLoader.Load(["db", "c.prisma", "gone.prisma", "db/b.prisma"], _folder.Path);
        loaded.Schemas.Select(schema => schema.Path).Should().Equal("c.prisma", "db/a.prisma");
        loaded.Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.Path} {diagnostic.Message}").Should().Equal(
            "PL0014 db/b.prisma `db/b.prisma` is not UTF-8: the byte at offset 1 fits no character",
            "PL0014 gone.prisma `gone.prisma` does not exist");
    }

    [Test]
    public void Reads_standard_input()
    {
        using var input = new MemoryStream("model A {\n}\n"u8.ToArray());
        SchemaLoader.Load(input, "-").Schemas.Single().Files.Single().Path.Should().Be("-");
        using var broken = new MemoryStream([0xFF]);
        SchemaLoader.Load(broken, "-").Diagnostics.Single().Id.Should().Be("PL0014");
    }

    [TestCase("package.json", """{ "devDependencies": { "prisma": "^6.19.0" }, "dependencies": { "@prisma/client": "7" } }""", PrismaVersion.V6)]
    [TestCase("package.json", """{ "dependencies": { "@prisma/client": "~7.1" } }""", PrismaVersion.V7)]
    [TestCase("db/package.json", """{ "dependencies": { "prisma": ">=6 <7" } }""", PrismaVersion.V6)]
    [TestCase("package.json", """{ "dependencies": { "prisma": "8.0.0-rc.19" } }""", PrismaVersion.V7)]
    [TestCase("package.json", """{ "dependencies": { "prisma": ">=6" } }""", PrismaVersion.V7)]
    [TestCase("package.json", """{ "dependencies": { "prisma": "workspace:*" } }""", PrismaVersion.V7)]
    [TestCase("package.json", """{ "dependencies": { "prisma": "6 || 7" } }""", PrismaVersion.V7)]
    [TestCase("package.json", """{ "dependencies": { "prisma": "^6" ] }""", PrismaVersion.V7)]
    [TestCase("package.json", "\uFEFF{ \"dependencies\": { \"prisma\": \"5.x\" } }", PrismaVersion.V6)]
    [TestCase("node_modules/prisma/package.json", """{ "name": "prisma", "version": "6.2.1" }""", PrismaVersion.V6)]
    [TestCase("readme.md", "", PrismaVersion.V7)]
    public void Finds_the_line_of_Prisma_near_a_schema(string file, string text, PrismaVersion expected)
    {
        _folder.With(".git/HEAD").With(file, text).With("db/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        Version("db").Should().Be(expected);
    }

    [Test]
    public void What_is_installed_counts_before_what_is_asked_for_and_the_nearer_before_the_farther()
    {
        _folder.With(".git/HEAD").With("package.json", """{ "dependencies": { "prisma": "^7" } }""")
            .With("db/node_modules/prisma/package.json", """{ "name": "prisma", "version": "6.19.0" }""")
            .With("db/package.json", """{ "dependencies": { "prisma": "^7" } }""")
            .With("db/schema.prisma", "datasource db {\n}\n");
        Version("db/schema.prisma").Should().Be(PrismaVersion.V6);
    }

    [TestCase("datasource db {\n  provider = \"sqlite\"\n  url = \"file:x\"\n}\n", PrismaVersion.V6)]
    [TestCase("datasource db {\n  provider = \"sqlite\"\n  // url = \"file:x\"\n  urls = 1\n}\nmodel A {\n  url String\n}\n", PrismaVersion.V7)]
    [TestCase("model A {\n}\n", PrismaVersion.Unknown)]
    [TestCase("// use prisma-8\nmodel A {\n}\n", PrismaVersion.V8)]
    [TestCase("// use prisma-80\nmodel A {\n}\n", PrismaVersion.Unknown)]
    [TestCase("/// use prisma-8\nmodel A {\n}\n", PrismaVersion.Unknown)]
    public void Else_the_datasource_tells(string text, PrismaVersion expected)
    {
        _folder.With(".git/HEAD").With("a.prisma", text);
        Version("a.prisma").Should().Be(expected);
    }

    [TestCase("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": { "dependencies": { "prisma": "^7.0.0" } }, "node_modules/prisma": { "version": "7.2.0" } } }""", PrismaVersion.V7, 2)]
    [TestCase("package-lock.json", """{ "packages": { "node_modules/prisma": { "version": "6.1.0" }, "db/node_modules/prisma": { "version": "7.5.1" }, "x/node_modules/prisma": { "version": "6.9.0" } } }""", PrismaVersion.V7, 5)]
    [TestCase("package-lock.json", """{ "lockfileVersion": 1, "dependencies": { "a": { "version": "1.0.0", "requires": { "prisma": "^5" } }, "prisma": { "version": "6.2.1" } } }""", PrismaVersion.V6, 2)]
    [TestCase("package-lock.json", """{ "packages": { "node_modules/@prisma/client": { "version": "7.1.0" } } }""", PrismaVersion.V7, 1)]
    [TestCase("package-lock.json", """{ "packages": { "node_modules/prisma": { "vers""", PrismaVersion.V7, null)]
    [TestCase("yarn.lock", "# yarn lockfile v1\n\nprisma@^6.0.0, prisma@6.2.1:\n  version \"6.2.1\"\n  resolved \"x\"\n\nzod@1:\n  version \"7.0.0\"\n", PrismaVersion.V6, 2)]
    [TestCase("yarn.lock", "__metadata:\n  version: 8\n\n\"prisma@npm:^7.0.0\":\n  version: 7.3.0\n  resolution: \"prisma@npm:7.3.0\"\n", PrismaVersion.V7, 3)]
    [TestCase("pnpm-lock.yaml", "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    devDependencies:\n      prisma:\n        specifier: ^6\n        version: 6.1.0\n\n  db:\n    dependencies:\n      prisma:\n        specifier: ^7.0.0\n        version: 7.4.2(typescript@5.9.2)\n\npackages:\n\n  prisma@6.1.0:\n    x: 1\n", PrismaVersion.V7, 4)]
    [TestCase("pnpm-lock.yaml", "lockfileVersion: 5.4\nspecifiers:\n  prisma: ^6.0.0\ndevDependencies:\n  prisma: 6.2.1_abc\n", PrismaVersion.V6, 2)]
    [TestCase("bun.lock", "{\n  \"packages\": {\n    \"prisma\": [\"prisma@7.0.1\", \"\", {}],\n  },\n}\n", PrismaVersion.V7, 0)]
    public void Finds_the_version_in_a_lock_file(string file, string text, PrismaVersion line, int? minor)
    {
        _folder.With(".git/HEAD").With(file, text).With("db/package.json", "{ \"name\": \"db\" }")
            .With("db/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        var schema = SchemaLoader.Load(["db"], _folder.Path).Schemas.Single();
        schema.PrismaVersion.Should().Be(line);
        schema.PrismaMinor.Should().Be(minor);
    }

    [Test]
    public void The_lock_file_at_the_root_adds_the_minor_version_and_settles_what_a_range_leaves_open()
    {
        _folder.With(".git/HEAD")
            .With("yarn.lock", "\"prisma@npm:^6\":\n  version: 6.2.0\n\n\"prisma@npm:^6 || ^7\":\n  version: 7.1.0\n\n\"prisma@npm:^7.0.0\":\n  version: 7.3.0\n")
            .With("a/package.json", """{ "dependencies": { "prisma": "^7.0.0" } }""")
            .With("b/package.json", """{ "dependencies": { "prisma": "^6 || ^7" } }""")
            .With("c/package.json", """{ "dependencies": { "prisma": "^6" } }""");
        foreach (var folder in new[] { "a", "b", "c" })
            _folder.With(folder + "/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        SchemaLoader.Load(["a", "b", "c"], _folder.Path).Schemas.Select(schema => (schema.PrismaVersion, schema.PrismaMinor)).Should().Equal(
            (PrismaVersion.V7, 3), (PrismaVersion.V7, 1), (PrismaVersion.V6, null));
    }

    [Test]
    public void What_is_installed_counts_before_the_lock_file_and_that_before_the_manifest()
    {
        _folder.With(".git/HEAD").With("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n")
            .With("package.json", """{ "dependencies": { "prisma": "6.1.0" } }""");
        Version("schema.prisma").Should().Be(PrismaVersion.V6);
        _folder.With("package.json", """{ "dependencies": { "prisma": ">=6" } }""")
            .With("package-lock.json", """{ "packages": { "node_modules/prisma": { "version": "7.1.0" } } }""");
        SchemaLoader.Load(["schema.prisma"], _folder.Path).Schemas.Single().PrismaMinor.Should().Be(1);
        _folder.With("node_modules/prisma/package.json", """{ "name": "prisma", "version": "7.2.0" }""");
        SchemaLoader.Load(["schema.prisma"], _folder.Path).Schemas.Single().PrismaMinor.Should().Be(2);
    }

    [TestCase("catalog:", "packages:\n  - a\ncatalog:\n  zod: 3\n  prisma: ~7.2.0 # pinned\n", "7.2")]
    [TestCase("catalog:old", "catalog:\n  prisma: ^7\ncatalogs:\n  old:\n    'prisma': '6.3.0'\n", "6.3")]
    [TestCase("catalog:gone", "catalog:\n  prisma: ^6\n", "7.")]
    [TestCase("workspace:~6.2", "", "6.2")]
    [TestCase("npm:prisma@7.4.0", "", "7.4")]
    [TestCase("npm:@prisma/client@^6.2", "", "6.")]
    [TestCase("latest", "", "7.")]
    public void Follows_catalogs_and_protocols(string range, string workspace, string expected)
    {
        _folder.With(".git/HEAD").With("pnpm-workspace.yaml", workspace)
            .With("db/package.json", $$"""{ "dependencies": { "prisma": "{{range}}" } }""")
            .With("db/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        var schema = SchemaLoader.Load(["db"], _folder.Path).Schemas.Single();
        var text = (schema.PrismaVersion == PrismaVersion.V6 ? "6." : "7.") + schema.PrismaMinor;
        text.Should().Be(expected);
    }

    [Test]
    public void Follows_the_catalog_in_a_root_manifest()
    {
        _folder.With(".git/HEAD").With("package.json", """{ "workspaces": { "packages": ["db"], "catalog": { "prisma": "6.4.0" } } }""")
            .With("db/package.json", """{ "dependencies": { "prisma": "catalog:" } }""")
            .With("db/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        Version("db").Should().Be(PrismaVersion.V6);
    }

    [Test]
    public void Reads_a_long_lock_file_in_one_pass()
    {
        var entries = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"    \"node_modules/x{i}/node_modules/prisma\": {{ \"version\": \"5.0.0\" }},\n"));
        _folder.With(".git/HEAD").With("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n")
            .With("package-lock.json", "{ \"packages\": {\n" + entries + "    \"node_modules/prisma\": { \"version\": \"7.1.0\" } } }");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SchemaLoader.Load(["schema.prisma"], _folder.Path).Schemas.Single().PrismaMinor.Should().Be(1);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [TestCase("7.3.0", "`@@index` takes no argument `where`")]
    [TestCase("7.4.0", "`@@index` of `A` has `where` without the preview feature `partialIndexes`")]
    public void The_minor_version_decides_what_came_with_it(string version, string message)
    {
        _folder.With(".git/HEAD").With("package.json", $$"""{ "dependencies": { "prisma": "{{version}}" } }""")
            .With("schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\nmodel A {\n  id Int @id\n  @@index([id], where: raw(\"id > 1\"))\n}\n");
        var report = Linter.Lint(SchemaLoader.Load(["schema.prisma"], _folder.Path).Schemas, new LintOptions());
        report.Diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("PL00", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.Message).Should().Equal(message);
    }

    private PrismaVersion Version(string path) => SchemaLoader.Load([path], _folder.Path).Schemas.Single().PrismaVersion;
}
