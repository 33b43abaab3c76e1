using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Security;

/// <summary>Finds columns that can only hold passwords as they are.</summary>
public sealed class PlaintextPasswordColumnRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL6003", "plaintext-password-column")
    {
        Title = "Column for passwords as they are",
        Message = "`{0}` {1}",
        Category = DiagnosticCategory.Security,
        Contracts = ContractSupport.Full,
        Rationale = """
            Passwords are stored as slow, salted hashes: bcrypt makes 60 characters, scrypt and argon2 more. A column that is too
            short for any of them, that is unique (two people may have the same password, two salted hashes are never equal) or
            whose name says plain holds the passwords themselves.

            A column `password` without such a sign is not reported: many hold hashes.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id       Int    @id
                  password String @db.VarChar(20)
                }
                """,
            Clean: """
                model User {
                  id           Int    @id
                  passwordHash String
                }
                """),
        WhenNotToUse = "The column holds something else of that name, such as the words of a game.",
    };

    private const int ShortestHash = 60;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Models
        where !model.IsView
        from column in model.Fields
        where column is { Scalar: ScalarType.String, IsList: false, IsIgnored: false }
        let reason = Judge(column)
        where reason is not null
        select Definition.At(column.Location, column.DisplayName, reason).On(column.DisplayName);

    private static string? Judge(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        if (SensitiveNames.IsPlainPassword(name))
            return "is named for passwords as they are";
        if (!SensitiveNames.IsPassword(name))
            return null;
        if (column.NativeType is { Name: "VarChar" or "NVarChar" or "Char" or "NChar" } native && native.Number(0) is { } length && length < ShortestHash)
            return $"has room for {length} characters: no password hash fits";
        return column.IsUnique ? "is unique: salted hashes differ anyway, so that it seems to hold the passwords themselves" : null;
    }
}
