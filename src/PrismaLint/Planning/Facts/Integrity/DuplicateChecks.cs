using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Rows that a unique which the rules recommend would refuse, and addresses that differ in nothing but their case.</summary>
internal static class DuplicateChecks
{
    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        foreach (var wanted in WantedUnique.Find(context))
            yield return Check(context, wanted);
        foreach (var model in context.Models)
        {
            foreach (var index in model.Indexes.Where(index => index.IsUnique && index.Predicate is null))
            {
                if (index.Fields.FirstOrDefault(IsCaseSensitiveEmail) is { } email)
                    yield return Emails(context, index, email);
            }
        }
    }

    private static IntegrityCheck Check(PlanContext context, WantedUnique wanted) => new(
        IntegrityGroup.Duplicates,
        $"Values of {PlanText.CodeList(wanted.Columns.Select(column => column.Name))} that several rows of {PlanText.Code(wanted.Model.Name)}{(wanted.Flag is null ? "" : " with " + PlanText.Code(wanted.Flag.Name))} share.",
        CheckSql.Duplicates(
            context,
            wanted.Model,
            [.. wanted.Columns.Select(TableSql.Column)],
            wanted.Flag is null ? null : TableSql.Column(wanted.Flag)))
    {
        RuleId = wanted.RuleId,
    };

    private static IntegrityCheck Emails(PlanContext context, IndexSymbol index, FieldSymbol email) => new(
        IntegrityGroup.Duplicates,
        $"Addresses in {PlanText.Code(email.DisplayName)} that differ in nothing but their case: {PlanText.Code(index.Quote)} takes them for different ones.",
        CheckSql.Duplicates(
            context,
            index.Model,
            [.. index.Fields.Select(field => field == email ? $"lower({TableSql.Column(field)})" : TableSql.Column(field))],
            string.Join(" AND ", index.Fields.Where(field => field.IsOptional).Select(field => TableSql.Column(field) + " IS NOT NULL")) is { Length: > 0 } filled ? filled : null));

    private static bool IsCaseSensitiveEmail(FieldSymbol field) =>
        field is { Scalar: ScalarType.String, IsList: false } && field.NativeType?.Name != "Citext"
        && Words.Squash(field.Name) is var name && (name is "email" or "mail" || name.EndsWith("email", StringComparison.Ordinal) || name.EndsWith("emailaddress", StringComparison.Ordinal));
}
