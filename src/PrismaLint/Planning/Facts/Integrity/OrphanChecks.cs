using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Rows that refer to rows that are not there, where no foreign key of the database forbids it.</summary>
internal static class OrphanChecks
{
    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        if (context.Schema.RelationMode == RelationMode.Prisma)
        {
            foreach (var key in context.Models.SelectMany(model => model.ForeignKeys).Where(key => key.Fields.Count > 0 && context.Models.Contains(key.Target)))
                yield return Check(context, key.Model, key.Fields, key.Target, key.References, "the database holds no foreign key for it") with { RuleId = "PL7004" };
            yield break;
        }
        foreach (var named in NamedReference.Find(context))
        {
            if (named.Reference is { } reference)
                yield return Check(context, (ModelSymbol)named.Column.Owner, [named.Column], named.Target, [reference], "the column has no relation") with { RuleId = named.RuleId };
        }
        foreach (var tree in TreeReference.Find(context).Where(tree => tree.Key is null))
            yield return Tree(context, tree);
    }

    private static IntegrityCheck Check(
        PlanContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> columns, ModelSymbol target, IReadOnlyList<FieldSymbol> references, string reason)
    {
        var join = string.Join(" AND ", columns.Select((column, i) => $"{TableSql.Column("p", references[i])} = {TableSql.Column("c", column)}"));
        var filled = string.Join(" AND ", columns.Select(column => TableSql.Column("c", column) + " IS NOT NULL"));
        return new IntegrityCheck(
            IntegrityGroup.Orphans,
            $"Rows of {PlanText.Code(model.Name)} whose {PlanText.CodeList(columns.Select(column => column.Name))} names no row of {PlanText.Code(target.Name)}: {reason}.",
            $"SELECT {CheckSql.Select(model, "c", columns)} FROM {context.Sql.Table(model)} AS c\nWHERE {filled}\n  AND NOT EXISTS (SELECT FROM {context.Sql.Table(target)} AS p WHERE {join});");
    }

    // A number that stands for no parent, such as 0, is no fault.
    private static IntegrityCheck Tree(PlanContext context, TreeReference tree)
    {
        var empty = tree.Column.Scalar == ScalarType.String ? $"{TableSql.Column("c", tree.Column)} IS NOT NULL" : $"{TableSql.Column("c", tree.Column)} > 0";
        return new IntegrityCheck(
            IntegrityGroup.Orphans,
            $"Rows of {PlanText.Code(tree.Model.Name)} whose {PlanText.Code(tree.Column.Name)} names no row of the same model: by its name the column refers to the parent, and it has no relation.",
            $"SELECT {CheckSql.Select(tree.Model, "c", [tree.Column])} FROM {context.Sql.Table(tree.Model)} AS c\nWHERE {empty}\n  AND NOT EXISTS (SELECT FROM {context.Sql.Table(tree.Model)} AS p WHERE {TableSql.Column("p", tree.Reference)} = {TableSql.Column("c", tree.Column)});");
    }
}
