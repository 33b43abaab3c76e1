using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>What of schema and database is compared: the schemas that both the datasource names and the snapshot holds.</summary>
internal sealed class DriftScope
{
    private readonly HashSet<string> _schemas;
    private readonly HashSet<string> _locked;
    private readonly Lazy<IReadOnlyDictionary<ModelSymbol, DatabaseTable>> _renamed;

    public DriftScope(LiveContext context)
    {
        Context = context;
        HashSet<string> existing = [.. context.Snapshot.Rows(EvidenceSource.Namespaces).Select(row => row.Text("name"))];
        _schemas = [.. context.Map.DeclaredSchemas.Intersect(context.Snapshot.Schemas).Where(schema => existing.Count == 0 || existing.Contains(schema))];
        var state = context.Snapshot.StateOf(EvidenceSource.Relations);
        _locked = [.. state.Names.Select(name => name.Replace("\"", ""))];
        _renamed = new(FindRenamed);
    }

    public LiveContext Context { get; }

    public SchemaMap Map => Context.Map;

    public DatabaseSnapshot Snapshot => Context.Snapshot;

    /// <summary>The compared schemas, sorted.</summary>
    public IEnumerable<string> Schemas => _schemas.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The models that are tables in compared schemas, the client's and ignored ones.</summary>
    public IEnumerable<ModelSymbol> Models => Context.Static.Models.Where(model => !model.IsView && Judges(Map.SchemaOf(model)));

    public IEnumerable<ModelSymbol> Views => Context.Static.Models.Where(model => model.IsView && Judges(Map.SchemaOf(model)));

    /// <summary>Models with their tables, where these are tables too.</summary>
    public IEnumerable<(ModelSymbol Model, DatabaseTable Table)> Tables
    {
        get
        {
            foreach (var model in Models)
            {
                if (Map.TableOf(model) is { IsView: false } table)
                    yield return (model, table);
            }
        }
    }

    /// <summary>Models whose tables can have keys and indexes of their own: a foreign table has none.</summary>
    public IEnumerable<(ModelSymbol Model, DatabaseTable Table)> StoredTables => Tables.Where(pair => pair.Table.IsTable);

    /// <summary>The fields of tables with their columns.</summary>
    public IEnumerable<(FieldSymbol Field, DatabaseColumn Column)> Columns
    {
        get
        {
            foreach (var declared in Tables.SelectMany(pair => pair.Model.Columns))
            {
                if (Map.ColumnOf(declared) is { } column)
                    yield return (declared, column);
            }
        }
    }

    /// <summary>
    /// The tables of compared schemas that nothing in the Prisma schema stands for: no partition, no child of a table, nothing of an
    /// extension.
    /// </summary>
    public IEnumerable<DatabaseTable> ExtraTables => Context.UserTables.Where(table =>
        Judges(table.Schema) && Map.ModelOf(table) is null && Map.RelationOf(table) is null && table.ParentOid is null && !IsDeclared(table));

    /// <summary>Missing models that an extra table of the same columns can stand for.</summary>
    public IReadOnlyDictionary<ModelSymbol, DatabaseTable> Renamed => _renamed.Value;

    /// <summary>The schema is declared, and the snapshot holds it.</summary>
    public bool Judges(string schema) => _schemas.Contains(schema);

    /// <summary>Another session had the table locked, so nothing is known of it.</summary>
    public bool IsLocked(string schema, string table) => _locked.Contains(schema + "." + table) || _locked.Contains(table);

    /// <summary>The client does not use what is ignored: nothing breaks there at run time.</summary>
    public static DiagnosticSeverity SeverityOf(ModelSymbol model, DiagnosticSeverity severity) => model.IsIgnored ? DiagnosticSeverity.Suggestion : severity;

    /// <inheritdoc cref="SeverityOf(ModelSymbol, DiagnosticSeverity)"/>
    public static DiagnosticSeverity SeverityOf(FieldSymbol field, DiagnosticSeverity severity) =>
        field.IsIgnored || field.Model is { IsIgnored: true } ? DiagnosticSeverity.Suggestion : severity;

    /// <summary>All columns of the index are in the database.</summary>
    public bool HasColumns(IEnumerable<FieldSymbol> fields) => fields.All(column => Map.ColumnOf(column) is not null);

    // A broken model still stands for its table.
    private bool IsDeclared(DatabaseTable table) =>
        Map.Schema.Models.Any(model => SchemaMap.DatabaseName(model.TableName) == table.Name && Map.SchemaOf(model) == table.Schema);

    private Dictionary<ModelSymbol, DatabaseTable> FindRenamed()
    {
        var pairs = new Dictionary<ModelSymbol, DatabaseTable>();
        var tables = ExtraTables.ToList();
        foreach (var model in Models.Where(model => Map.TableOf(model) is null))
        {
            string[] names = [.. model.Columns.Select(field => SchemaMap.DatabaseName(field.ColumnName))];
            var found = tables.Where(table => table.Schema == Map.SchemaOf(model) && IsAlike(names, table)).Take(2).ToArray();
            if (found.Length != 1)
                found = [.. tables.Where(table => string.Equals(table.Name, SchemaMap.DatabaseName(model.TableName), StringComparison.OrdinalIgnoreCase) && table.Schema == Map.SchemaOf(model))];
            if (found.Length != 1)
                continue;
            pairs.Add(model, found[0]);
            tables.Remove(found[0]);
        }
        return pairs;
    }

    private static bool IsAlike(string[] names, DatabaseTable table)
    {
        var common = names.Count(name => table.FindColumn(name) is not null);
        return common >= 2 && common * 5 >= Math.Max(names.Length, table.Columns.Count) * 4;
    }
}
