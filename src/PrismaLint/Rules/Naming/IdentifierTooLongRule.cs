using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds tables, columns, enums and enum values whose name is longer than the database keeps.</summary>
public sealed class IdentifierTooLongRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1009", "identifier-too-long")
    {
        Title = "Name longer than the database keeps",
        Message = "The name of {0} `{1}` in the database has {2} {3}; {4} allows {5}",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.Full,
        Rationale = """
            PostgreSQL and CockroachDB cut a name off after 63 bytes without failing; Prisma then asks for a name that does
            not exist, and two long names may become one. MySQL (64 characters) and SQL Server (128) refuse the migration.
            Prisma itself checks the names of constraints only.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id Int @id

                  @@map("events_received_from_the_payment_provider_but_not_yet_reconciled")
                }
                """,
            Clean: """
                model Event {
                  id Int @id

                  @@map("unreconciled_payment_events")
                }
                """),
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        int? limit = context.Provider switch
        {
            Provider.PostgreSql or Provider.CockroachDb => 63,
            Provider.MySql => 64,
            Provider.SqlServer => 128,
            _ => null,
        };
        if (limit is not { } most)
            return [];
        return Names(context).Where(entry => Length(context, entry.DatabaseName) > most).Select(entry => Definition
            .At(
                (entry.Map?.Location) ?? entry.Symbol.Location,
                entry.Kind,
                entry.Symbol.DisplayName,
                Length(context, entry.DatabaseName),
                context.Connector.IsPostgreSqlLike ? "bytes" : "characters",
                context.Connector.DisplayName,
                most)
            .On(entry.Symbol.DisplayName));
    }

    private static int Length(RuleContext context, string name) =>
        context.Connector.IsPostgreSqlLike ? Encoding.UTF8.GetByteCount(name) : name.Length;

    private static IEnumerable<(Symbol Symbol, string Kind, string DatabaseName, AttributeSymbol? Map)> Names(RuleContext context)
    {
        foreach (var model in context.Models)
        {
            yield return (model, model.IsView ? "view" : "model", model.TableName, model.MapAttribute);
            foreach (var column in model.Columns)
                yield return (column, "field", column.ColumnName, column.MapAttribute);
        }
        // Of the SQL databases only these two have enums as types of their own; a label of MySQL's ENUM may be longer.
        if (!context.Connector.IsPostgreSqlLike)
            yield break;
        foreach (var symbol in context.Enums.Where(symbol => symbol.IsDatabaseType))
        {
            yield return (symbol, "enum", symbol.DatabaseName, symbol.MapAttribute);
            foreach (var value in symbol.Values)
                yield return (value, "enum value", value.DatabaseName, value.MapAttribute);
        }
    }
}
