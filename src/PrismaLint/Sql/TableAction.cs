using PrismaLint.Text;

namespace PrismaLint.Sql;

/// <summary>One action of <c>ALTER TABLE</c>.</summary>
public abstract record TableAction
{
    public TextSpan Span { get; init; }
}

/// <summary><c>ADD COLUMN</c></summary>
public sealed record AddColumnAction(ColumnDefinition Column) : TableAction
{
    public bool IfNotExists { get; init; }
}

/// <summary><c>DROP COLUMN</c></summary>
public sealed record DropColumnAction(string Column) : TableAction
{
    public bool IfExists { get; init; }
}

/// <summary><c>ALTER COLUMN … TYPE</c></summary>
public sealed record SetTypeAction(string Column, string Type) : TableAction
{
    public string? Using { get; init; }
}

/// <summary><c>ALTER COLUMN … SET DEFAULT</c>; <c>DROP DEFAULT</c> with <see langword="null"/>.</summary>
public sealed record SetDefaultAction(string Column, string? Default) : TableAction;

/// <summary><c>ALTER COLUMN … SET NOT NULL</c>, <c>DROP NOT NULL</c></summary>
public sealed record SetNotNullAction(string Column, bool IsNotNull) : TableAction;

/// <summary><c>ALTER COLUMN … ADD GENERATED … AS IDENTITY</c>, <c>DROP IDENTITY</c></summary>
public sealed record SetIdentityAction(string Column, bool IsIdentity) : TableAction;

/// <summary><c>ALTER COLUMN … DROP EXPRESSION</c></summary>
public sealed record DropExpressionAction(string Column) : TableAction;

/// <summary><c>ADD CONSTRAINT</c>, with or without a name.</summary>
public sealed record AddConstraintAction(TableConstraint Constraint) : TableAction;

/// <summary><c>DROP CONSTRAINT</c></summary>
public sealed record DropConstraintAction(string Name) : TableAction
{
    public bool IfExists { get; init; }

    public bool IsCascading { get; init; }
}

/// <summary><c>VALIDATE CONSTRAINT</c></summary>
public sealed record ValidateConstraintAction(string Name) : TableAction;

/// <summary><c>RENAME COLUMN</c></summary>
public sealed record RenameColumnAction(string Column, string NewName) : TableAction;

/// <summary><c>RENAME CONSTRAINT</c></summary>
public sealed record RenameConstraintAction(string Name, string NewName) : TableAction;

/// <summary><c>RENAME TO</c></summary>
public sealed record RenameTableAction(string NewName) : TableAction;

/// <summary><c>SET SCHEMA</c></summary>
public sealed record SetSchemaAction(string NewSchema) : TableAction;

/// <summary><c>ENABLE</c>, <c>DISABLE</c>, <c>FORCE</c>, <c>NO FORCE ROW LEVEL SECURITY</c></summary>
public sealed record RowSecurityAction(bool? IsEnabled, bool? IsForced) : TableAction;

/// <summary><c>ENABLE</c> or <c>DISABLE TRIGGER</c></summary>
public sealed record TriggerAction(string Trigger, bool IsEnabled) : TableAction;

/// <summary><c>ATTACH</c> or <c>DETACH PARTITION</c></summary>
public sealed record PartitionAction(SqlName Partition, bool IsAttached) : TableAction
{
    public bool IsConcurrent { get; init; }
}

/// <summary>An action that is not looked into.</summary>
public sealed record OtherAction(string Words) : TableAction;
