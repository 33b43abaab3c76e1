using System.Collections.Generic;
using PrismaLint.Sql.Parsing;
using PrismaLint.Text;

namespace PrismaLint.Sql;

/// <summary>
/// A text of SQL as a list of statements. Reading never fails: what is not understood is an <see cref="OpaqueStatement"/>, and each character is
/// in a statement or between two.
/// </summary>
public sealed class SqlScript
{
    private SqlScript(SourceText source, IReadOnlyList<SqlStatement> statements)
    {
        Source = source;
        Statements = statements;
    }

    public SourceText Source { get; }

    /// <summary>The statements in the order of the text.</summary>
    public IReadOnlyList<SqlStatement> Statements { get; }

    public static SqlScript Parse(SourceText source) => new(source, ScriptParser.Parse(source.Content));

    public static SqlScript Parse(string path, string content) => Parse(new SourceText(path, content));

    public Location LocationOf(TextSpan span) => new(Source, span);

    /// <summary>The comments between statements and in them, each with its marks, in the order of the text.</summary>
    public IReadOnlyList<TextSpan> Comments => ScriptParser.Comments(Source.Content);
}
