using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds flags that one row of an owner has at a time, and that nothing keeps to one.</summary>
public sealed class SingleCurrentRowUnenforcedRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5019", "single-current-row-unenforced")
    {
        Title = "Flag of one row that several rows may have",
        Message = "Nothing keeps two `{0}` of one `{1}` from being `{2}`: {3}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            One address of a customer is the default, one version of a document the current one. To move the flag, the old row is
            cleared and the new one set: two requests at a time leave two rows with it, or none, and which one a query finds is
            chance. A unique over the owner, for rows with the flag only, makes the second one fail.

            - PostgreSQL, CockroachDB, SQLite, SQL Server with Prisma 7.4 and later: `@@unique([customerId], where: { isDefault:
              true })`, with the preview feature `partialIndexes`.
            - An older Prisma: `CREATE UNIQUE INDEX … WHERE "isDefault"` in a migration.
            - Without partial indexes (MySQL), or to say it better: no flag, but `defaultAddressId` at the owner.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model Customer {
                  id        Int       @id
                  addresses Address[]
                }

                model Address {
                  id         Int      @id
                  customerId Int
                  customer   Customer @relation(fields: [customerId], references: [id])
                  isDefault  Boolean  @default(false)

                  @@index([customerId])
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model Customer {
                  id        Int       @id
                  addresses Address[]
                }

                model Address {
                  id         Int      @id
                  customerId Int
                  customer   Customer @relation(fields: [customerId], references: [id])
                  isDefault  Boolean  @default(false)

                  @@index([customerId])
                  @@unique([customerId], where: { isDefault: true })
                }
                """),
        WhenNotToUse = """
            Several rows may have the flag: name the field in `intended`. The owner is what the one required foreign key of the
            model refers to, or, of several, the one that deletes with `Cascade`; where that leaves a doubt nothing is reported.
            Nor is it where rows of an owner are told apart by more than a name (a unique over the owner and two more columns, as
            the locale: there may be one default for each), for flags that new rows have (`@default(true)` of `isDefault`,
            `isPrimary`, `isActive`), for `isActive` of anything but versions and revisions, and for mappings.
            """,
        Fix = """
            Unsafe, offered where the schema's line of Prisma has partial indexes: adds the partial unique. The migration fails
            where two rows of an owner have the flag.
            """,
    };

    public static readonly RuleOption<NameList> Flags = RuleOption.Names(
        "flags",
        "Names of Boolean fields that one row of an owner has, whatever their case and underscores.",
        "isCurrent", "isLatest", "isDefault", "isPrimary", "isActive");

    public static readonly RuleOption<NameList> Intended = RuleOption.Names(
        "intended", "Fields, as `Model.field`, that several rows may have.");

    public override IReadOnlyList<RuleOption> Options => [Flags, Intended];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var (flags, intended) = (Words.Squash(context.Get(Flags)), context.Get(Intended));
        foreach (var model in context.Tables)
        {
            if (model.ForeignKeys.Count == 0 || FrameworkModels.Owns(model))
                continue;
            foreach (var flag in model.Fields)
            {
                if (flag is not { Scalar: ScalarType.Boolean, IsList: false } || !flags.Contains(Words.Squash(flag.Name)) || intended.Contains(flag.DisplayName))
                    continue;
                if (FindOwner(model) is not { } owner || IsTied(model, owner, flag) || LiveUniques.Hold(context, model, flag) || MayBeOfMany(model, owner, flag))
                    continue;
                yield return Definition
                    .At(flag.Location, model.Name, owner.Target.Name, flag.Name, WayOut(context, owner, flag))
                    .On(flag.DisplayName)
                    .WithFix(PartialUniqueFix.Add(context, model, owner.Fields, $"{flag.Name}: true"));
            }
        }
    }

    private static ForeignKeySymbol? FindOwner(ModelSymbol model)
    {
        var keys = model.ForeignKeys.Where(key => key.Fields.All(column => column.IsRequired) && !AuditNames.IsAuthor(key.Fields[0].Name)).ToArray();
        var owners = keys.Length > 1 ? Array.FindAll(keys, key => key.OnDelete == ReferentialAction.Cascade) : keys;
        return owners.Length == 1 ? owners[0] : null;
    }

    private static bool MayBeOfMany(ModelSymbol model, ForeignKeySymbol owner, FieldSymbol flag)
    {
        var name = Words.Squash(flag.Name);
        return (flag.Default?.Literal == "true" && name is not ("iscurrent" or "islatest"))
            || (name.EndsWith("active", StringComparison.Ordinal) && Words.Last(model.Name) is not ("version" or "versions" or "revision" or "revisions"))
            || Words.Last(model.Name) is "mapping" or "mappings"
            || model.Indexes.Any(index => index.IsUnique && index.Columns.Count >= owner.Fields.Count + 2 && owner.Fields.All(column => index.Fields.Contains(column)));
    }

    private static bool IsTied(ModelSymbol model, ForeignKeySymbol owner, FieldSymbol flag) =>
        model.Indexes.Any(index => index.IsUnique
            && (index.Fields.Contains(flag)
                || index.Predicate is { } predicate && (predicate.Raw?.Contains(flag.ColumnName, StringComparison.OrdinalIgnoreCase) ?? predicate.Conditions.Any(condition => condition.Name == flag.Name))
                || index.Predicate is null && index.Fields.All(column => owner.Fields.Contains(column))));

    private static string WayOut(RuleContext context, ForeignKeySymbol owner, FieldSymbol flag) =>
        PartialUniqueFix.IsPossible(context) ? $"a partial `@@unique([{owner.FieldList}], where: …)` over rows with the flag does"
        : context.Connector.HasPartialIndexes ? $"a unique index over `{owner.FieldList}` `WHERE {flag.ColumnName}` in a migration does"
        : $"a field of `{owner.Target.Name}` that refers to the one row does";
}
