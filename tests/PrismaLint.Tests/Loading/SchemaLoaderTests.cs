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

    private PrismaVersion Version(string path) => SchemaLoader.Load([path], _folder.Path).Schemas.Single().PrismaVersion;
}
