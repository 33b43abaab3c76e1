using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules;

/// <summary>What a live rule gets: schema, snapshot, what of one stands for what of the other, and where to say what is not known.</summary>
public sealed class LiveContext
{
    private readonly LiveRule _rule;
    private readonly RuleContext _context;
    private readonly LiveEvidence _evidence;

    internal LiveContext(LiveRule rule, RuleContext context, LiveEvidence evidence)
    {
        _rule = rule;
        _context = context;
        _evidence = evidence;
    }

    public SemanticModel Schema => _context.Schema;

    /// <summary>The context of rules that judge the schema alone.</summary>
    public RuleContext Static => _context;

    public DatabaseSnapshot Snapshot => _evidence.Snapshot;

    public SchemaMap Map => _evidence.Map;

    /// <summary>What clients asked of the tables.</summary>
    public Workload Workload => _evidence.Workload;

    /// <summary>The folders of migrations beside the schema; <see langword="null"/> where nobody looked.</summary>
    public IReadOnlyList<MigrationFile>? MigrationFiles => _evidence.MigrationFiles;

    /// <summary>The models and views without errors, each with its table.</summary>
    public IEnumerable<(ModelSymbol Model, DatabaseTable Table)> Tables
    {
        get
        {
            foreach (var model in _context.Models)
            {
                if (Map.TableOf(model) is { } table)
                    yield return (model, table);
            }
        }
    }

    /// <summary>
    /// The tables that an application has: no view, no partition, nothing of an extension, not <c>_prisma_migrations</c>. Known to the
    /// schema or not.
    /// </summary>
    public IEnumerable<DatabaseTable> UserTables => Snapshot.Tables.Where(table =>
        table is { IsTable: true, IsPartition: false, IsExtensionOwned: false } && table.Name != "_prisma_migrations");

    public T Get<T>(RuleOption<T> option) => _context.Get(option);

    public bool IsSet(RuleOption option) => _context.IsSet(option);

    /// <summary>The source was read. Otherwise the check is noted as not judged, with what would change that.</summary>
    public bool Has(string source, string check)
    {
        var state = Snapshot.StateOf(source);
        if (state.Kind == EvidenceStateKind.Partial)
            Note(check, $"{EvidenceRemedy.Describe(source)} could be read only in part{(state.Names.Count > 0 ? ": without " + Shorten(state.Names) : "")}", EvidenceRemedy.Of(source, state));
        else if (!state.IsUsable)
            Note(check, EvidenceRemedy.Reason(source, state), EvidenceRemedy.Of(source, state));
        return state.IsUsable;
    }

    /// <summary>The counters of tables and indexes cover so many days. Otherwise the check is noted as not judged.</summary>
    /// <param name="days">What the check needs; <see cref="LiveOptions.MinDays"/> beats it.</param>
    /// <param name="check">The name of the check.</param>
    public bool CoversDays(double days, string check)
    {
        if (IsSet(LiveOptions.MinDays))
            days = Get(LiveOptions.MinDays);
        if (Snapshot.StatisticsDays is not { } known)
        {
            if (days > 0)
                Note(check, "nobody knows since when the statistics count", null);
            return days <= 0;
        }
        if (known >= days)
            return true;
        Note(check, $"the statistics cover {Age(known)}, and it needs {days.ToString(CultureInfo.InvariantCulture)} days", "wait, or set `prismalint.min_days`");
        return false;
    }

    /// <summary>Notes a check as not judged.</summary>
    public void Note(string check, string reason, string? remedy) => _evidence.Add(new NotJudged(_rule.Descriptor.Id, check, reason, remedy));

    /// <summary>A finding at a place. Its severity and whether it is a matter of operation are the caller's to set.</summary>
    /// <param name="place">Where.</param>
    /// <param name="detail">The name of the single check, in kebab case.</param>
    /// <param name="message">What is wrong, with the figures that show it.</param>
    public Diagnostic Report(LivePlace place, string detail, string message) =>
        _rule.Descriptor.At(place.Location, [message]) with { Object = place.Object, Detail = detail };

    /// <summary>The place of the datasource, for what concerns the server or is unknown to the schema.</summary>
    public LivePlace PlaceOfDatabase(string databaseObject)
    {
        var location = Schema.Datasource is { } datasource ? datasource.Location : new Location(Schema.Trees[0].Source, default);
        return new LivePlace(location, databaseObject, IsDeclared: false);
    }

    public static LivePlace PlaceOf(ModelSymbol model) => new(model.Location, model.DisplayName, IsDeclared: true);

    public static LivePlace PlaceOf(FieldSymbol field) => new(field.Location, field.DisplayName, IsDeclared: true);

    public static LivePlace PlaceOf(IndexSymbol index) => new(index.Location, index.DisplayName, IsDeclared: true);

    /// <summary>The relation field that declares the key.</summary>
    public static LivePlace PlaceOf(ForeignKeySymbol key) => PlaceOf(key.RelationField);

    /// <summary>The model; of a join table the relation field that comes first; else the datasource.</summary>
    public LivePlace PlaceOf(DatabaseTable table) =>
        Map.ModelOf(table) is { } model ? PlaceOf(model)
        : Map.RelationOf(table) is { } relation && relation.Fields.FirstOrDefault() is { } field ? PlaceOf(field)
        : PlaceOfDatabase(table.QualifiedName);

    /// <summary>The field, else the place of the table.</summary>
    public LivePlace PlaceOf(DatabaseColumn column) =>
        Map.FieldOf(column.Table, column.Name) is { } field ? PlaceOf(field)
        : PlaceOf(column.Table) with { Object = column.QualifiedName };

    /// <summary>The attribute that declares the index, else the field of its first column, else the place of the table.</summary>
    public LivePlace PlaceOf(DatabaseIndex index)
    {
        if (Map.MatchOf(index) is { } match)
            return PlaceOf(match.Symbol);
        var field = index.KeyColumns.Select(column => Map.FieldOf(index.Table, column)).FirstOrDefault(found => found is not null);
        return (field is null ? PlaceOf(index.Table) : PlaceOf(field)) with { Object = index.QualifiedName };
    }

    /// <summary>Of a foreign key the first scalar field, else what declares it.</summary>
    public LivePlace PlaceOfColumns(DatabaseConstraint constraint) =>
        constraint.Columns.Select(column => Map.FieldOf(constraint.Table, column)).FirstOrDefault(found => found is not null) is { } field
            ? PlaceOf(field)
            : PlaceOf(constraint.Table) with { Object = constraint.QualifiedName };

    /// <summary>Of a foreign key the relation field, of a key its attribute, else the first field, else the table.</summary>
    public LivePlace PlaceOf(DatabaseConstraint constraint) =>
        Map.KeyOf(constraint) is { } key ? PlaceOf(key)
        : constraint.Table.Indexes.FirstOrDefault(index => index.Constraint == constraint) is { } index ? PlaceOf(index)
        : PlaceOfColumns(constraint) with { Object = constraint.QualifiedName };

    private static string Age(double days) => days >= 2
        ? ((long)days).ToString(CultureInfo.InvariantCulture) + " days"
        : Math.Max(0, (long)(days * 24)).ToString(CultureInfo.InvariantCulture) + " h";

    private static string Shorten(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" and {names.Count - 3} more" : "");
}
