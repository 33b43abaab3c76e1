using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What sections write of. Facts are worked out for the first who asks.</summary>
internal sealed class PlanContext
{
    private readonly Lazy<ExpectedDatabase> _database;
    private readonly Lazy<Domains> _domains;
    private readonly Lazy<StorageEstimate> _storage;
    private readonly Lazy<TenantFacts> _tenants;
    private readonly Lazy<TableSizes> _sizes;
    private readonly Lazy<GrowthSigns> _growth;
    private readonly Lazy<IndexUses> _indexUses;
    private readonly Lazy<RecommendedSchema> _recommended;
    private readonly Lazy<IReadOnlyList<PlanChange>> _changes;
    private readonly Lazy<ILookup<string, Diagnostic>> _observed;
    private readonly Lazy<ILookup<string, string>> _found;
    private readonly Lazy<TableSql> _sql;
    private readonly Lazy<PersonalData> _personalData;
    private readonly Lazy<TenantPolicies> _tenantPolicies;
    private readonly Lazy<AccessRoles> _accessRoles;
    private readonly Lazy<AuditScope> _auditScope;
    private readonly Lazy<PlannedIndexes> _indexes;
    private readonly Lazy<IReadOnlyList<StorageTuning>> _tunings;

    /// <param name="source">The schema as text.</param>
    /// <param name="rules">The schema, its options, the database and the migrations.</param>
    /// <param name="report">What <c>check</c> says with the same settings.</param>
    /// <param name="observations">What rules say with suggestions turned on: facts to write of, no recommendations.</param>
    /// <param name="inputs">What was told.</param>
    /// <param name="options">The settings of the run.</param>
    /// <param name="findChanges">Works out the recommended changes.</param>
    public PlanContext(
        SchemaSource source, RuleContext rules, LintReport report, LintReport observations, PlanInputs inputs, LintOptions options, Func<PlanContext, IReadOnlyList<PlanChange>> findChanges)
    {
        Source = source;
        Rules = rules;
        Report = report;
        Observations = observations;
        Inputs = inputs;
        Options = options;
        Models = [.. rules.Tables];
        Volumes = new Volumes(inputs, rules.Live);
        _domains = new Lazy<Domains>(() => Domains.Find(this));
        _storage = new Lazy<StorageEstimate>(() => new StorageEstimate(this));
        _tenants = new Lazy<TenantFacts>(() => TenantFacts.Find(this));
        _sizes = new Lazy<TableSizes>(() => new TableSizes(this));
        _growth = new Lazy<GrowthSigns>(() => new GrowthSigns(this));
        _indexUses = new Lazy<IndexUses>(() => new IndexUses(this));
        _database = new Lazy<ExpectedDatabase>(() => ExpectedDatabase.Of(rules.Schema));
        _recommended = new Lazy<RecommendedSchema>(() => RecommendedSchema.Find(this));
        _observed = new Lazy<ILookup<string, Diagnostic>>(() => Observations.Visible.ToLookup(finding => finding.Id, StringComparer.Ordinal));
        _found = new Lazy<ILookup<string, string>>(() => Report.Visible.Where(finding => finding.Object is not null).ToLookup(finding => finding.Id, finding => finding.Object ?? "", StringComparer.Ordinal));
        _changes = new Lazy<IReadOnlyList<PlanChange>>(() => findChanges(this));
        Shapes = new TableShapes(this);
        _sql = new Lazy<TableSql>(() => new TableSql(Database));
        _personalData = new Lazy<PersonalData>(() => new PersonalData(this));
        _tenantPolicies = new Lazy<TenantPolicies>(() => new TenantPolicies(this));
        _accessRoles = new Lazy<AccessRoles>(() => new AccessRoles(this));
        _auditScope = new Lazy<AuditScope>(() => new AuditScope(this));
        _indexes = new Lazy<PlannedIndexes>(() => PlannedIndexes.Find(this));
        _tunings = new Lazy<IReadOnlyList<StorageTuning>>(() => Facts.StorageTunings.Find(this));
    }

    public SchemaSource Source { get; }

    public RuleContext Rules { get; }

    public SemanticModel Schema => Rules.Schema;

    public LintReport Report { get; }

    public LintReport Observations { get; }

    public PlanInputs Inputs { get; }

    public LintOptions Options { get; }

    /// <summary>What the plan is of: as told, else the folder of the project, else the path as it was given.</summary>
    public string Name => Inputs.Name ?? (ProjectName.Of(Source.Path) is { Length: > 0 } folder ? folder : Source.Path);

    /// <summary>The database as a snapshot shows it; <see langword="null"/> without one.</summary>
    public LiveEvidence? Live => Rules.Live;

    /// <summary>A snapshot in which no table of the schema was found, and which is not used; <see langword="null"/>: there is none.</summary>
    public DatabaseSnapshot? UnrelatedDatabase { get; init; }

    public bool IsPostgreSql => Schema.Provider == Provider.PostgreSql;

    /// <summary>The models that are tables the client uses, in the order of the text.</summary>
    public IReadOnlyList<ModelSymbol> Models { get; }

    public Volumes Volumes { get; }

    /// <summary>The parts of the schema that belong together.</summary>
    public Domains Domains => _domains.Value;

    /// <summary>What rows and index entries take on disk.</summary>
    public StorageEstimate Storage => _storage.Value;

    /// <summary>What tables take today and later.</summary>
    public TableSizes Sizes => _sizes.Value;

    /// <summary>Which models may get many rows.</summary>
    public GrowthSigns Growth => _growth.Value;

    /// <summary>What each index is good for.</summary>
    public IndexUses IndexUses => _indexUses.Value;

    /// <summary>Which rows belong to which tenant, as told or as proposed.</summary>
    public TenantFacts Tenants => _tenants.Value;

    /// <summary>The tables that Prisma's migrations make of the schema.</summary>
    public ExpectedDatabase Database => _database.Value;

    /// <summary>What the tables are used for: look-ups, logs, queues.</summary>
    public TableShapes Shapes { get; }

    /// <summary>The schema with the fixes of all findings.</summary>
    public RecommendedSchema Recommended => _recommended.Value;

    /// <summary>Tables, columns and parameters as SQL writes them.</summary>
    public TableSql Sql => _sql.Value;

    /// <summary>The indexes that recommended changes build.</summary>
    public PlannedIndexes Indexes => _indexes.Value;

    /// <summary>Storage parameters that fit how tables are written.</summary>
    public IReadOnlyList<StorageTuning> StorageTunings => _tunings.Value;

    /// <summary>Every recommended change, in the order of section 7.</summary>
    public IReadOnlyList<PlanChange> Changes => _changes.Value;

    /// <summary>Fields that look like personal data or secrets.</summary>
    public PersonalData PersonalData => _personalData.Value;

    /// <summary>The policies that keep rows of tenants apart.</summary>
    public TenantPolicies TenantPolicies => _tenantPolicies.Value;

    /// <summary>The roles that the schema needs.</summary>
    public AccessRoles AccessRoles => _accessRoles.Value;

    /// <summary>What is worth a record of its changes.</summary>
    public AuditScope AuditScope => _auditScope.Value;

    /// <summary>The findings of a rule with suggestions turned on.</summary>
    public IEnumerable<Diagnostic> Observed(string ruleId) => _observed.Value[ruleId];

    /// <summary>The rule has a finding about an object: <c>Model</c> or <c>Model.field</c>.</summary>
    public bool Finds(string ruleId, string name) => _found.Value[ruleId].Contains(name);

    /// <summary>Where something is declared, as texts name it: <c>`schema.prisma:12`</c>.</summary>
    public static string Place(Symbol symbol) => FormattableString.Invariant($"`{symbol.Location.Path}:{symbol.Location.Start.Line + 1}`");
}
