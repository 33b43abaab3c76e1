using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Data;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Planning.Inputs;

/// <summary>Reads the inputs of a plan. What is wrong with a value costs that value, and is said at its place (PL0012).</summary>
internal sealed class PlanInputsReader
{
    private static readonly string[] s_levels = ["read uncommitted", "read committed", "repeatable read", "serializable"];
    private static readonly string[] s_poolers = ["pgbouncer", "supavisor", "pgcat", "odyssey", "pgpool", "rds-proxy", "accelerate"];

    private readonly SourceText _source;
    private readonly SemanticModel _schema;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly InputValues _values;
    private readonly SchemaNames _names;

    private PlanInputsReader(SourceText source, SemanticModel schema)
    {
        _source = source;
        _schema = schema;
        _values = new InputValues(source, Report);
        _names = new SchemaNames(schema, _values);
    }

    /// <summary>Reads a file for a schema, whose models and fields it names.</summary>
    public static PlanInputsReading Read(SourceText source, SemanticModel schema)
    {
        var reader = new PlanInputsReader(source, schema);
        var inputs = reader.Read();
        return new PlanInputsReading(inputs, [.. reader._diagnostics.OrderBy(diagnostic => diagnostic.Location.Span.Start)]);
    }

    private PlanInputs? Read()
    {
        if (new YamlDataReader(_source, Report).Read() is not { } root)
            return null;
        if (root.Kind is not (DataKind.Map or DataKind.Null))
        {
            Report(root.Span, $"The inputs of a plan are a map with the keys {InputValues.Names(PlanInputsKeys.MembersOf(""))}");
            return null;
        }
        _values.Collect(root);
        var inputs = ReadValues();
        if (inputs is { LatencyP95: { } most, LatencyP99: { } nearlyAll } && nearlyAll < most && _values.Find("latency.p99_ms") is { } node)
            Report(node.Span, "`latency.p99_ms` is less than `latency.p95_ms`: 99 of 100 requests hold the 95");
        return inputs with { Lines = _values.Lines.ToDictionary(line => line.Key, line => line.Value, StringComparer.Ordinal) };
    }

    private PlanInputs ReadValues() => new()
    {
        Path = _source.Path,
        Name = _values.Text("name"),
        HorizonMonths = _values.Count("horizon_months", 1, 600) ?? PlanInputs.None.HorizonMonths,
        Volumes = new VolumeReader(_values, _names).Read(),
        ReadsPerWrite = _values.Number("traffic.reads_per_write"),
        PeakQueriesPerSecond = _values.Number("traffic.peak_queries_per_second"),
        HotQueries = new HotQueryReader(_source, _values, _names).Read(),
        LatencyP95 = _values.Number("latency.p95_ms", mayBeZero: false),
        LatencyP99 = _values.Number("latency.p99_ms", mayBeZero: false),
        Isolation = ReadIsolation(),
        StalenessSeconds = _values.Number("consistency.staleness_seconds"),
        Compliance = [.. _values.Items("compliance").Select(item => item.Text.Trim())],
        RetentionMonths = _values.Number("retention_months"),
        HasNoTenants = ReadAbsence(),
        TenantModel = ReadTenantModel(),
        TenantColumn = ReadTenantColumn(),
        SharedModels = [.. _values.Items("tenancy.shared").Select(item => _names.FindModel(item.Text.Trim(), item.Span)?.Name).OfType<string>()],
        Instances = _values.Count("capacity.instances", 1),
        DatabaseCores = _values.Count("capacity.database_cores", 1),
        DatabaseMemory = _values.Number("capacity.database_memory_gb", mayBeZero: false),
        MaxConnections = _values.Count("capacity.max_connections", 1),
        Pooler = ReadPooler(),
        Replicas = _values.Count("capacity.replicas", 0),
        RecoveryPointMinutes = _values.Number("backup.rpo_minutes"),
        RecoveryTimeMinutes = _values.Number("backup.rto_minutes"),
        AreBackupsEncrypted = _values.Flag("backup.encrypted"),
        LastRestoreTest = _values.Day("backup.last_restore_test"),
        LastAudit = _values.Day("security.last_audit"),
        AreRawQueriesReviewed = _values.Flag("security.raw_queries_reviewed"),
        IsTlsRequired = _values.Flag("security.tls_required"),
        AppRole = _values.Text("security.app_role"),
    };

    private string? ReadIsolation()
    {
        const string key = "consistency.isolation";
        if (_values.Find(key) is not { } node || _values.Text(key) is not { } text)
            return null;
        string[] levels = _schema.Provider == Provider.SqlServer ? [.. s_levels, "snapshot"] : s_levels;
        var level = text.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();
        if (levels.Contains(level))
            return level;
        Report(node.Span, $"`{text}` is no isolation level: expected one of {InputValues.Names(levels)}");
        return null;
    }

    // Those that everybody knows have one spelling.
    private string? ReadPooler()
    {
        const string key = "capacity.pooler";
        if (_values.Find(key) is not { } node)
            return null;
        if (InputValues.IsNo(node))
            return "none";
        return _values.Text(key, node) is { } text ? s_poolers.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text : null;
    }

    private bool ReadAbsence()
    {
        if (_values.Find("tenancy") is not { } node)
            return false;
        if (InputValues.IsNo(node))
            return true;
        var hint = _schema.FindModel(node.Text) is { } model ? $"; write `tenancy: {{model: {model.Name}}}`" : "";
        Report(node.Span, $"`tenancy` is `none` or a map with the keys {InputValues.Names(PlanInputsKeys.MembersOf("tenancy."))}{hint}");
        return false;
    }

    private string? ReadTenantModel() =>
        _values.Find("tenancy.model") is { } node && _values.Text("tenancy.model") is { } name ? _names.FindModel(name, node.Span)?.Name : null;

    // As the rules compare it: case and underscores do not count.
    private string? ReadTenantColumn()
    {
        const string key = "tenancy.column";
        if (_values.Find(key) is not { } node || _values.Text(key) is not { } name)
            return null;
        var columns = _schema.Models.SelectMany(model => model.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal).ToArray();
        if (columns.Any(column => Words.Squash(column) == Words.Squash(name)))
            return name;
        Report(node.Span, $"No model has a field `{name}`{InputValues.NearestOf(name, columns)}");
        return null;
    }

    private void Report(TextSpan span, string message) =>
        _diagnostics.Add(ConfigurationDescriptors.ConfigurationProblem.At(new Location(_source, span), message));
}
