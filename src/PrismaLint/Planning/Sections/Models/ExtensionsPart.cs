using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Models;

/// <summary>What a client extension has to do for the models of this schema, and only for those.</summary>
internal static class ExtensionsPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var deletes = new SoftDelete(context.Rules);
        var marked = context.Models.Select(model => (Model: model, Marker: deletes.MarkerOf(model)))
            .Where(pair => pair.Marker is { Kind: SoftDeleteKind.NullableMoment or SoftDeleteKind.Flag }).ToArray();
        var authors = context.Models.SelectMany(model => model.Columns).Where(column => column.Scalar is not (null or Connectors.ScalarType.DateTime or Connectors.ScalarType.Boolean) && (AuditNames.IsAuthor(column.Name) || AuditScope.IsAuthor(column))).ToArray();
        var optional = authors.Where(column => column.IsOptional).Select(column => column.DisplayName).ToArray();
        if (context.Models.Count == 0)
            return;
        writer.Part("Client extensions");
        if (marked.Length == 0 && authors.Length == 0)
        {
            writer.Text("No model marks deleted rows and none records who wrote a row: the schema gives no cause for an extension of the client, but for the tenants of section 6 where there are any.");
            return;
        }
        if (marked.Length > 0)
        {
            writer.Text(FormattableString.Invariant($"{marked.Length} model{(marked.Length == 1 ? " marks" : "s mark")} deleted rows: {TemplatePart.Some([.. marked.Select(pair => pair.Marker?.Field.DisplayName ?? "")])}. The extension leaves them out of what is read. It does not reach rows that come by {PlanText.Code("include")} or {PlanText.Code("select")} of a relation, nor raw queries: these say so themselves."));
            writer.Code("ts", SoftDeleteCode([.. marked.Select(pair => (pair.Model, pair.Marker?.Field.Name ?? "", pair.Marker?.Kind == SoftDeleteKind.Flag))]));
        }
        if (authors.Length > 0)
        {
            writer.Text(FormattableString.Invariant($"{authors.Length} column{(authors.Length == 1 ? " records" : "s record")} who wrote a row: {TemplatePart.Some([.. authors.Select(column => column.DisplayName)])}. An extension with the user of the request fills them in {PlanText.Code("create")} and {PlanText.Code("update")}.")
                + (optional.Length > 0 ? $" Optional {(optional.Length == 1 ? "is" : "are")} {TemplatePart.Some(optional)}: code that forgets one writes a row without it." : ""));
        }
    }

    private static string SoftDeleteCode(IReadOnlyList<(ModelSymbol Model, string Field, bool IsFlag)> models)
    {
        var text = new StringBuilder("const alive: Record<string, object> = {\n");
        foreach (var (model, field, isFlag) in models)
            text.Append($"  {model.Name}: {{ {field}: {(isFlag ? "false" : "null")} }},\n");
        return text.Append("""
            };
            const reads = ['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy'];

            export const prisma = new PrismaClient().$extends({
              query: {
                $allModels: {
                  $allOperations({ model, operation, args, query }) {
                    if (!(model in alive) || !reads.includes(operation)) return query(args);
                    const given = (args ?? {}) as { where?: object };
                    return query({ ...given, where: { ...given.where, AND: [alive[model], ...[(given.where as any)?.AND ?? []].flat()] } } as typeof args);
                  },
                },
              },
            });
            """.Replace("\r\n", "\n")).ToString();
    }
}
