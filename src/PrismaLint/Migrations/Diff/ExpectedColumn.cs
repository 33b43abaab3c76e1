using PrismaLint.Semantics;

namespace PrismaLint.Migrations.Diff;

/// <summary>A column as a migration would make it.</summary>
internal sealed class ExpectedColumn(ExpectedTable table, string name, ColumnType type)
{
    public ExpectedTable Table { get; } = table;

    public string Name { get; } = name;

    public ColumnType Type { get; } = type;

    /// <summary>The field; of a join table's column the id that it holds.</summary>
    public required FieldSymbol Field { get; init; }

    /// <summary>NOT NULL. Lists never are.</summary>
    public bool IsRequired { get; init; }

    public ColumnDefault? Default { get; init; }

    public bool IsSerial { get; init; }

    /// <summary>An insert that leaves the column out succeeds.</summary>
    public bool MayBeLeftOut => !IsRequired || Default is not null || IsSerial;

    /// <summary>How changes call it.</summary>
    public string DisplayName => Table.Model is null ? Table.DisplayName + "." + Name : Field.DisplayName;

    public string EffectName => Table.DatabaseName + "." + Name;

    public string Sql => SqlPieces.Name(Name);

    /// <summary>The column as CREATE TABLE and ADD COLUMN write it.</summary>
    public string Definition(bool isNullable = false)
    {
        var type = !IsSerial ? Type.Sql : Type.Name switch
        {
            "BIGINT" => "BIGSERIAL",
            "SMALLINT" => "SMALLSERIAL",
            _ => "SERIAL",
        };
        return $"{Sql} {type}{(IsRequired && !isNullable ? " NOT NULL" : "")}{(Default is null ? "" : " DEFAULT " + Default.Sql)}";
    }

    public override string ToString() => DisplayName;
}
