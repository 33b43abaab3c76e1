using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Migrations.Diff;

/// <summary>A table as a migration would make it: of a model, or the join table of an implicit many-to-many relation.</summary>
internal sealed class ExpectedTable(string? schema, string name, ModelSymbol? model, RelationSymbol? relation)
{
    public string? Schema { get; } = schema;

    public string Name { get; } = name;

    public ModelSymbol? Model { get; } = model;

    /// <summary>The many-to-many relation whose join table it is.</summary>
    public RelationSymbol? Relation { get; } = relation;

    public List<ExpectedColumn> Columns { get; } = [];

    public ExpectedIndex? PrimaryKey { get; set; }

    /// <summary>All but the primary key.</summary>
    public List<ExpectedIndex> Indexes { get; } = [];

    public List<ExpectedForeignKey> ForeignKeys { get; } = [];

    /// <summary>How changes call it: the model, or the relation field of a join table.</summary>
    public string DisplayName => Model?.Name ?? Relation?.Fields.FirstOrDefault()?.DisplayName ?? Name;

    public string DatabaseName => Schema is null ? Name : Schema + "." + Name;

    public string Sql => SqlPieces.Name(Schema, Name);

    public Location Location => Model?.Location ?? Relation?.Fields.FirstOrDefault()?.Location ?? default;

    public ExpectedColumn? FindColumn(string name) => Columns.Find(column => column.Name == name);

    public override string ToString() => DatabaseName;
}
