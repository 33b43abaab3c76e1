using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>What it means to read a model: the lists that an <c>include</c> opens, and the columns worth leaving out.</summary>
internal sealed class ModelReads
{
    private static readonly string[] s_long =
    [
        "description", "body", "content", "text", "html", "bio", "notes", "comments", "data", "payload", "recap", "answer", "message", "markdown", "template", "summary", "biography",
    ];

    public ModelReads(PlanContext context, ModelSymbol model)
    {
        Model = model;
        // What somebody once wrote or changed is rarely what is read with him.
        Lists =
        [
            .. model.RelationFields.Where(field => field is { IsList: true, IsIgnored: false } && field.TargetModel is { IsIgnored: false, IsView: false })
                .Select(field => Read(context, field)).OrderBy(list => list.Key is { } key && LatestPair.IsAuthor(key)),
        ];
        ToOne = [.. model.RelationFields.Where(field => field is { IsList: false, IsIgnored: false })];
        Wide = [.. model.Columns.Where(IsWide)];
        Secrets = [.. context.PersonalData.SecretsOf(model)];
    }

    public ModelSymbol Model { get; }

    public IReadOnlyList<ListRead> Lists { get; }

    public IReadOnlyList<FieldSymbol> ToOne { get; }

    /// <summary>The columns whose values have no bound, or one of a thousand letters and more.</summary>
    public IReadOnlyList<FieldSymbol> Wide { get; }

    /// <summary>The columns that hold secrets, by their names.</summary>
    public IReadOnlyList<FieldSymbol> Secrets { get; }

    /// <summary>The columns that a list of rows shows.</summary>
    public IEnumerable<FieldSymbol> Narrow => Model.Columns.Where(column => !column.IsIgnored && column.Kind != FieldKind.Unsupported && !Wide.Contains(column) && !Secrets.Contains(column));

    public static IReadOnlyList<ModelReads> Find(PlanContext context) => [.. context.Models.Select(model => new ModelReads(context, model))];

    /// <summary>The lists of lists that a read of all lists opens: pairs of a list field and a list field of its model.</summary>
    public IEnumerable<(FieldSymbol Outer, FieldSymbol Inner)> Nested() =>
        from list in Lists
        let target = list.Field.TargetModel
        where target is not null && target != Model
        from inner in target.RelationFields
        where inner is { IsList: true, IsIgnored: false } && inner.Relation != list.Field.Relation && inner.TargetModel != Model
        select (list.Field, inner);

    private static ListRead Read(PlanContext context, FieldSymbol field)
    {
        if (field.Relation?.ForeignKey is not { } key)
            return new ListRead(field, null, true);
        return new ListRead(field, key, IsIndexed(context, key));
    }

    /// <summary>An index finds the rows of a key: one of the schema, one that the provider makes, or one of the database.</summary>
    public static bool IsIndexed(PlanContext context, ForeignKeySymbol key) =>
        key.HasOwnIndex || key.Model.HasIndexFor(key)
        || (context.Schema.Connector.IndexesForeignKeys && context.Schema.RelationMode == RelationMode.ForeignKeys)
        || ForeignKeyCover.IsCovered(context.Rules, key) == true;

    private static bool IsWide(FieldSymbol field) => field switch
    {
        { TypeSymbol: CompositeTypeSymbol } => true,
        { IsList: true } => false,
        { Scalar: ScalarType.Json or ScalarType.Bytes } => true,
        { Scalar: ScalarType.String, NativeType: { } native } => native.Name is "Text" or "MediumText" or "LongText" or "Xml" || native.Number(0) >= 1000,
        { Scalar: ScalarType.String } => Array.IndexOf(s_long, Words.Last(field.Name)) >= 0 && !field.IsUnique,
        _ => false,
    };
}
