namespace PrismaLint.Migrations;

/// <summary>A column as the migrations left it. Indexes and constraints hold the object, so that a renamed column stays theirs.</summary>
public sealed class ReplayedColumn
{
    internal ReplayedColumn(string name, string type) => (Name, Type) = (name, type);

    public string Name { get; internal set; }

    /// <summary>The type as the server prints it, enums without their schema.</summary>
    public string Type
    {
        get;
        internal set
        {
            field = value;
            TypeName = TableReplay.TypeNameOf(value);
        }
    }

    /// <summary>The name in it: without quotes, schema and brackets.</summary>
    internal string TypeName { get; private set; } = "";

    public bool IsNotNull { get; internal set; }

    public string? Default { get; internal set; }

    public bool IsSerial { get; internal set; }

    public bool IsIdentity { get; internal set; }

    public string? Generated { get; internal set; }

    /// <summary>The migration that added it; the number of it in the history.</summary>
    public int AddedIn { get; internal set; }

    public override string ToString() => Name;
}
