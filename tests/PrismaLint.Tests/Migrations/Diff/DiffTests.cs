using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Tests.Migrations.Diff;

/// <summary>Compares two schemas; where one names no datasource, it is for PostgreSQL.</summary>
public abstract class DiffTests
{
    protected const string Head = """
        datasource db {
          provider = "postgresql"
        }

        """;

    protected static IReadOnlyList<SchemaChange> Compare(string old, string next) => SchemaDiff.Compare(Bind("old.prisma", old), Bind("new.prisma", next));

    /// <summary>The body of a model <c>Post</c> before and after.</summary>
    protected static IReadOnlyList<SchemaChange> ComparePosts(string old, string next, string others = "")
    {
        string Write(string body) => $"model Post {{\n  id Int @id\n  {body}\n}}\n{others}";
        return Compare(Write(old), Write(next));
    }

    protected static SchemaChange Only(IReadOnlyList<SchemaChange> changes, SchemaChangeKind kind)
    {
        changes.Should().ContainSingle("there is one change, not {0}", string.Join(", ", changes.Select(change => change.Kind)));
        changes[0].Kind.Should().Be(kind);
        return changes[0];
    }

    protected static IEnumerable<string> Effects(IEnumerable<SchemaChange> changes) =>
        changes.SelectMany(change => change.Effects).Distinct().Select(effect => $"{effect.Object} {effect.Action} {effect.Name}").Order(System.StringComparer.Ordinal);

    protected static string Sql(SchemaChange change) => string.Join("\n", change.Steps.Select(step => step.Sql).Where(sql => sql is not null));

    /// <summary>The text has the parts one behind the other.</summary>
    protected static void InOrder(string text, params string[] parts)
    {
        var start = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, start, System.StringComparison.Ordinal);
            found.Should().BeGreaterThanOrEqualTo(0, "`{0}` follows in\n{1}", part, text);
            start = found + part.Length;
        }
    }

    private static SemanticModel Bind(string path, string text) =>
        SemanticModel.Create(SyntaxTree.Parse(new SourceText(path, text.Contains("datasource", System.StringComparison.Ordinal) ? text : Head + text)));
}
