using System.Collections.Generic;
using PrismaLint.Sql;
using PrismaLint.Sql.Parsing;

namespace PrismaLint.Database.Statements;

/// <summary>The tokens of a statement as the server keeps it, where a <c>?</c> may stand for a value.</summary>
internal static class StatementTokens
{
    public static IReadOnlyList<SqlToken> Read(string text)
    {
        var tokens = SqlTokens.Read(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            // Behind a column or a value it is the operator of jsonb.
            if (tokens[i].IsSymbol("?") && !(i > 0 && (tokens[i - 1].Kind is SqlTokenKind.QuotedName or SqlTokenKind.Parameter || tokens[i - 1].IsSymbol(")"))))
                tokens[i] = new SqlToken(SqlTokenKind.Parameter, "?");
        }
        return tokens;
    }
}
