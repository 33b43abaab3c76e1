namespace PrismaLint.Migrations.Diff;

/// <summary>What a change is, in the words of the schema. Reports write the names in kebab-case.</summary>
public enum SchemaChangeKind
{
    ProviderChanged,
    RelationModeChanged,

    ModelAdded,
    ModelRemoved,

    /// <summary>The table stays: the client alone sees another name.</summary>
    ModelRenamed,

    /// <summary>A model and its table are gone, and a like one is new.</summary>
    ModelProbablyRenamed,

    /// <summary>The model stays, its table gets another name.</summary>
    TableRenamed,

    /// <summary>The table moves to another database schema.</summary>
    TableMoved,
    ModelIgnored,
    ModelNoLongerIgnored,

    ViewAdded,
    ViewRemoved,
    ViewChanged,

    FieldAdded,
    FieldRemoved,

    /// <summary>The column stays: the client alone sees another name.</summary>
    FieldRenamed,

    /// <summary>A field and its column are gone, and a like one is new.</summary>
    FieldProbablyRenamed,

    /// <summary>The field stays, its column gets another name.</summary>
    ColumnRenamed,
    FieldIgnored,
    FieldNoLongerIgnored,

    TypeWidened,
    TypeNarrowed,
    TypeChanged,

    /// <summary>The client's type alone changes, the column's does not.</summary>
    ClientTypeChanged,
    ScalarToList,
    ListToScalar,
    MadeRequired,
    MadeOptional,

    DefaultAdded,
    DefaultRemoved,
    DefaultChanged,

    /// <summary>A default that the client makes, and the database does not know.</summary>
    ClientDefaultChanged,
    AutoincrementAdded,
    AutoincrementRemoved,
    UpdatedAtChanged,

    IdAdded,
    IdRemoved,
    IdChanged,
    IdRenamed,

    UniqueAdded,
    UniqueRemoved,
    IndexAdded,
    IndexRemoved,
    IndexChanged,
    IndexRenamed,

    /// <summary>The name of a compound key in the client.</summary>
    ClientKeyRenamed,

    ForeignKeyAdded,
    ForeignKeyRemoved,
    ForeignKeyChanged,
    ForeignKeyRenamed,
    ReferentialActionChanged,
    RelationFieldAdded,
    RelationFieldRemoved,
    RelationFieldRenamed,

    JoinTableAdded,
    JoinTableRemoved,
    JoinTableRenamed,

    /// <summary>The columns <c>A</c> and <c>B</c> change their meaning.</summary>
    JoinTableSwapped,

    EnumAdded,
    EnumRemoved,

    /// <summary>The database type stays: the client alone sees another name.</summary>
    EnumRenamed,

    /// <summary>An enum and its database type are gone, and one with the same values is new.</summary>
    EnumProbablyRenamed,

    /// <summary>The enum stays, its database type gets another name.</summary>
    EnumTypeRenamed,

    /// <summary>The database type moves to another database schema.</summary>
    EnumMoved,
    EnumValueAdded,
    EnumValueRemoved,

    /// <summary>The label in the database stays: the client alone sees another name.</summary>
    EnumValueRenamed,

    /// <summary>A label is gone, and a like one is new.</summary>
    EnumValueProbablyRenamed,
}
