using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>A record of changes, written by triggers, for models that are worth one.</summary>
internal static class AuditChanges
{
    /// <summary>The setting that says who works.</summary>
    public const string ActorSetting = "app.user_id";

    private const string Trigger = "record_change";

    public static IEnumerable<PlanChange> Find(PlanContext context)
    {
        var audited = context.AuditScope.Models.Where(model => context.Database.TableOf(model.Model) is not null && !IsRecorded(context, model)).ToArray();
        if (audited.Length == 0)
            yield break;
        yield return Record(context, audited.Length);
        foreach (var model in audited)
        {
            if (context.Database.TableOf(model.Model) is { } table)
                yield return OfTable(context, model, table);
        }
    }

    /// <summary>The database has a trigger for a record there already.</summary>
    public static bool IsRecorded(PlanContext context, AuditedModel model) =>
        context.Live is { IsReplayed: false } live
        && live.Map.TableOf(model.Model) is { } table
        && table.Triggers.Any(trigger => !trigger.IsInternal && (trigger.Name == Trigger || trigger.Name.Contains("audit", StringComparison.OrdinalIgnoreCase) || trigger.Name.Contains("history", StringComparison.OrdinalIgnoreCase)));

    // Who must answer for changes is told, or it is not.
    private static string? Condition(PlanContext context) =>
        context.Inputs.Compliance.Count > 0 ? null : "Somebody has to answer for changes of these rows: `compliance` of the inputs does not say so.";

    private static PlanChange Record(PlanContext context, int models)
    {
        var schema = context.AuditScope.Schema;
        return new PlanChange(
            PlanChangeKind.Audit,
            schema + ".log",
            $"Make the table {PlanText.Code(schema + ".log")} and the function that writes to it",
            $"{models} {(models == 1 ? "model holds" : "models hold")} what somebody will have to answer for, and a row tells at most its last change")
        {
            Condition = Condition(context),
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, $"Make the schema {PlanText.Code(schema)}; Prisma's migrations look at no schema that the datasource does not list")
                {
                    Sql = RecordSql(schema, context.Tenants.HasTenants),
                    Verification = $"SELECT to_regclass({SqlText.Literal(SqlPieces.Name(schema, "log"))}) IS NOT NULL;",
                    Expected = "true",
                    Rollback = $"DROP FUNCTION {SqlPieces.Name(schema, Trigger)}();\nDROP TABLE {SqlPieces.Name(schema, "log")};\nDROP SCHEMA {SqlPieces.Name(schema)};",
                    RollbackNote = "The record goes with the table: copy it before",
                },
            ],
        };
    }

    private static PlanChange OfTable(PlanContext context, AuditedModel audited, ExpectedTable table)
    {
        var schema = context.AuditScope.Schema;
        var hidden = HiddenColumns(context, audited, table);
        var key = table.PrimaryKey?.Columns ?? [];
        var reasons = string.Join(", ", audited.Reasons.Select(AuditScope.Describe));
        return new PlanChange(
            PlanChangeKind.Audit,
            audited.Model.Name,
            $"Record changes of {PlanText.Code(audited.Model.Name)}",
            $"It holds {reasons}, and {Missing(audited)}")
        {
            Condition = Condition(context),
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, hidden.Count == 0
                    ? "Add the trigger"
                    : $"Add the trigger; of {PlanText.CodeList(hidden)} it records that the value changed, and no value")
                {
                    Sql = SqlPieces.WithTimeout(
                        $"CREATE TRIGGER {SqlPieces.Name(Trigger)} AFTER INSERT OR UPDATE OR DELETE ON {table.Sql}\n"
                        + $"  FOR EACH ROW EXECUTE FUNCTION {SqlPieces.Name(schema, Trigger)}({ArrayLiteral(key)}, {ArrayLiteral(hidden)});"),
                    Lock = TableLock.ShareRowExclusive(table.DatabaseName, TableLock.Moment).ToString(),
                    Verification = $"SELECT name AS without_trigger FROM unnest(ARRAY[{SqlText.Literal(table.Sql)}]) AS name WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass(name) AND tgname = {SqlText.Literal(Trigger)});",
                    Expected = "no row",
                    Rollback = SqlPieces.WithTimeout($"DROP TRIGGER {SqlPieces.Name(Trigger)} ON {table.Sql};"),
                },
            ],
        };
    }

    private static string Missing(AuditedModel audited) => audited switch
    {
        { TellsNothing: true } => "no field says when a row was changed, or by whom",
        { Author: null, Changed: { } changed } => $"{PlanText.Code(changed.Name)} says when a row was changed last, and nothing by whom",
        { Author: { } author, Changed: null } => $"{PlanText.Code(author.Name)} names somebody, and nothing says what was changed before",
        _ => "its fields tell of the last change alone",
    };

    private static IReadOnlyList<string> HiddenColumns(PlanContext context, AuditedModel audited, ExpectedTable table)
    {
        var secrets = context.PersonalData.Of(audited.Model).Where(field => field.Kind == PersonalKind.Credential).Select(field => field.Field).ToArray();
        return [.. table.Columns.Where(column => column.Field.Scalar == ScalarType.Bytes || secrets.Contains(column.Field)).Select(column => column.Name)];
    }

    private static string ArrayLiteral(IEnumerable<string> names) =>
        SqlText.Literal("{" + string.Join(",", names.Select(name => "\"" + name.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"")) + "}");

    private static string RecordSql(string schema, bool hasTenants)
    {
        var log = SqlPieces.Name(schema, "log");
        var function = SqlPieces.Name(schema, Trigger);
        var (tenantColumn, tenantName, tenantValue) = hasTenants
            ? ("\n  tenant text,", "tenant, ", $"\n    nullif(current_setting('{TenantPolicies.Setting}', true), ''),")
            : ("", "", "");
        return $"""
            CREATE SCHEMA {SqlPieces.Name(schema)};
            CREATE TABLE {log} (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              at timestamptz NOT NULL DEFAULT clock_timestamp(),
              actor text,{tenantColumn}
              login text NOT NULL,
              operation text NOT NULL,
              table_name text NOT NULL,
              row_key jsonb,
              old_values jsonb,
              new_values jsonb
            );
            CREATE INDEX log_row ON {log} (table_name, row_key);
            CREATE INDEX log_at ON {log} USING brin (at);
            CREATE FUNCTION {function}() RETURNS trigger
              LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
            DECLARE
              hidden text[] := TG_ARGV[1]::text[];
              old_row jsonb;
              new_row jsonb;
              row_key jsonb;
            BEGIN
              IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD); END IF;
              IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW); END IF;
              SELECT jsonb_object_agg(k.name, coalesce(new_row, old_row) -> k.name) INTO row_key FROM unnest(TG_ARGV[0]::text[]) AS k(name);
              IF TG_OP = 'UPDATE' THEN
                SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key) INTO old_row, new_row
                  FROM jsonb_each(old_row) AS o WHERE o.value IS DISTINCT FROM (new_row -> o.key);
                IF old_row IS NULL THEN RETURN NULL; END IF;
              END IF;
              SELECT jsonb_object_agg(o.key, CASE WHEN o.key = ANY (hidden) THEN '"(hidden)"' ELSE o.value END) INTO old_row FROM jsonb_each(old_row) AS o;
              SELECT jsonb_object_agg(n.key, CASE WHEN n.key = ANY (hidden) THEN '"(hidden)"' ELSE n.value END) INTO new_row FROM jsonb_each(new_row) AS n;
              INSERT INTO {log} (actor, {tenantName}login, operation, table_name, row_key, old_values, new_values) VALUES (
                nullif(current_setting('{ActorSetting}', true), ''),{tenantValue}
                session_user, TG_OP, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, row_key, old_row, new_row);
              RETURN NULL;
            END $body$;
            REVOKE ALL ON FUNCTION {function}() FROM PUBLIC;
            """.Replace("\r\n", "\n");
    }
}
