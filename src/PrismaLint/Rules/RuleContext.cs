using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrismaLint.Connectors;
using PrismaLint.Migrations;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules;

/// <summary>What a rule gets: the schema, its sound parts, the values of options.</summary>
public sealed class RuleContext
{
    private readonly IReadOnlyDictionary<RuleOption, object> _values;
    private readonly Lazy<LiveEvidence?> _evidence;
    private readonly bool _isFirst = true;

    /// <param name="schema">The bound schema.</param>
    /// <param name="values">Values of options; an option that is not among them has its default.</param>
    /// <param name="live">The database to judge with the schema; <see langword="null"/> without one.</param>
    /// <param name="history">The migrations of the schema; <see langword="null"/> without any.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public RuleContext(
        SemanticModel schema,
        IReadOnlyDictionary<RuleOption, object>? values = null,
        LiveEvidence? live = null,
        ReplayedHistory? history = null,
        CancellationToken cancellationToken = default)
    {
        Schema = schema;
        Live = live;
        History = history;
        _evidence = new Lazy<LiveEvidence?>(() => live ?? (history is null ? null : LiveEvidence.Replayed(schema, history)));
        _values = values ?? new Dictionary<RuleOption, object>();
        CancellationToken = cancellationToken;
        Models = [.. schema.Models.Where(model => !model.HasErrors)];
        Enums = [.. schema.Enums.Where(symbol => !symbol.HasErrors)];
        CompositeTypes = [.. schema.CompositeTypes.Where(symbol => !symbol.HasErrors)];
    }

    private RuleContext(RuleContext whole, IReadOnlyList<ModelSymbol> models, bool isFirst)
    {
        Schema = whole.Schema;
        Live = whole.Live;
        History = whole.History;
        _evidence = whole._evidence;
        _values = whole._values;
        CancellationToken = whole.CancellationToken;
        Models = models;
        _isFirst = isFirst;
        Enums = isFirst ? whole.Enums : [];
        CompositeTypes = isFirst ? whole.CompositeTypes : [];
    }

    /// <summary>The whole schema, broken parts included.</summary>
    public SemanticModel Schema { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The database behind the schema, where a snapshot of it is at hand: evidence that decides what the schema leaves open.</summary>
    public LiveEvidence? Live { get; }

    /// <summary>
    /// The structure behind the schema: <see cref="Live"/>, or else what the migrations make, where they make most of the models' tables. For rules
    /// that ask for tables, columns and indexes, and for no figures.
    /// </summary>
    public LiveEvidence? Evidence => _evidence.Value;

    /// <summary>The migrations that lead to the schema, replayed, where there are any.</summary>
    public ReplayedHistory? History { get; }

    public Provider Provider => Schema.Provider;

    public ConnectorFacts Connector => Schema.Connector;

    /// <summary>The models and views without errors, ignored ones (<c>@@ignore</c>) included.</summary>
    public IReadOnlyList<ModelSymbol> Models { get; }

    /// <summary>The models without errors that are tables the client uses: no views, none with <c>@@ignore</c>.</summary>
    public IEnumerable<ModelSymbol> Tables => Models.Where(model => !model.IsView && !model.IsIgnored);

    /// <summary>
    /// The model blocks as they are written: no views, but those that Prisma refuses too, as long as each of their lines could be
    /// read. For rules that judge as prisma-lint does, which knows nothing of validity.
    /// </summary>
    public IEnumerable<ModelSymbol> WrittenModels => Models
        .Concat(_isFirst ? Schema.Models.Where(model => model.HasErrors && IsReadable(model)) : [])
        .Where(model => !model.IsView);

    public IReadOnlyList<EnumSymbol> Enums { get; }

    /// <summary>The enum blocks as they are written: see <see cref="WrittenModels"/>.</summary>
    public IEnumerable<EnumSymbol> WrittenEnums => Enums.Concat(_isFirst ? Schema.Enums.Where(symbol => symbol.HasErrors && IsReadable(symbol)) : []);

    public IReadOnlyList<CompositeTypeSymbol> CompositeTypes { get; }

    /// <summary>The relations between models without errors, complete ones only.</summary>
    public IEnumerable<RelationSymbol> Relations => Schema.Relations.Where(relation =>
        relation is { Forward: { Model.HasErrors: false }, Back: { Model.HasErrors: false } });

    /// <summary>The foreign keys between models without errors.</summary>
    public IEnumerable<ForeignKeySymbol> ForeignKeys => Models.SelectMany(model => model.ForeignKeys).Where(key => !key.Target.HasErrors);

    /// <summary>
    /// The same in parts of so many models, for rules that judge models one by one: what a part needs stays in the
    /// processor's caches while one rule after the other looks at it. Enums and composite types are in the first part.
    /// </summary>
    public IEnumerable<RuleContext> InParts(int size)
    {
        for (var start = 0; start == 0 || start < Models.Count; start += size)
            yield return new RuleContext(this, [.. Models.Skip(start).Take(size)], start == 0);
    }

    /// <summary>The configured value of an option, or its default.</summary>
    public T Get<T>(RuleOption<T> option) => _values.TryGetValue(option, out var value) ? (T)value : option.Default;

    private static bool IsReadable(BlockSymbol block) => !block.Syntax.CloseBrace.IsMissing && !block.Syntax.Members.Any(member => member is SkippedTextSyntax);

    /// <summary>The option was set by configuration.</summary>
    public bool IsSet(RuleOption option) => _values.ContainsKey(option);
}
