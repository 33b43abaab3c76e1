using System.Collections.Generic;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Sql.Parsing;

/// <summary>The productions behind <c>ALTER</c>.</summary>
internal static class AlterGrammar
{
    public static SqlStatement? Alter(SqlCursor cursor)
    {
        if (StatementGrammar.KindOf(cursor) is not { } kind)
            return null;
        var ifExists = cursor.Take("if", "exists");
        if (kind is "TABLE" or "FOREIGN TABLE")
            return Table(cursor, ifExists);
        if (kind == "DEFAULT" || cursor.QualifiedName() is not { } name)
            return null;
        if (cursor.Kind == SqlTokenKind.OpenParen)
            cursor.Skip();
        var table = kind is "POLICY" or "TRIGGER" or "RULE" && cursor.Take("on") ? cursor.QualifiedName() : null;
        if (kind == "TYPE")
        {
            if (cursor.Take("add", "value"))
                return AddValue(cursor, name);
            if (cursor.Take("rename", "value") && cursor.String() is { } old && cursor.Take("to") && cursor.String() is { } label)
                return new RenameEnumValueStatement(name, old, label);
        }
        if (cursor.Take("rename", "to") && cursor.Name() is { } newName)
            return new RenameStatement(kind, name, newName);
        if (kind is "VIEW" or "MATERIALIZED VIEW" && cursor.Take("rename", "column"))
            return new AlterObjectStatement(kind, name);
        var newSchema = cursor.Take("set", "schema") ? cursor.Name() : null;
        return new AlterObjectStatement(kind, table ?? name) { NewSchema = newSchema, OwnedBy = kind == "SEQUENCE" ? OwnedBy(cursor) : null };
    }

    /// <summary>The column of a sequence's <c>OWNED BY</c>, as <c>table.column</c>.</summary>
    public static string? OwnedBy(SqlCursor cursor)
    {
        cursor.Until(at => at.IsWord("owned") && at.IsWord("by", 1));
        return cursor.Take("owned", "by") && cursor.QualifiedName() is { Schema: not null } column ? column.ToString() : null;
    }

    private static AddEnumValueStatement? AddValue(SqlCursor cursor, SqlName name)
    {
        var ifNotExists = cursor.Take("if", "not", "exists");
        var span = cursor.TokenSpan;
        if (cursor.String() is not { } label)
            return null;
        var isBefore = cursor.Take("before");
        var neighbour = isBefore || cursor.Take("after") ? cursor.String() : null;
        return new AddEnumValueStatement(name, label) { IfNotExists = ifNotExists, IsBefore = isBefore, Neighbour = neighbour, LabelSpan = span };
    }

    private static AlterTableStatement? Table(SqlCursor cursor, bool ifExists)
    {
        cursor.Take("only");
        if (cursor.QualifiedName() is not { } name)
            return null;
        if (cursor.Kind == SqlTokenKind.Operator)
            cursor.Position++;
        var actions = new List<TableAction>();
        while (!cursor.IsAtEnd)
        {
            var start = cursor.Offset;
            var first = cursor.Position;
            var action = Action(cursor);
            if (action is null)
            {
                cursor.Position = first;
                action = new OtherAction(cursor.Until(at => at.Kind == SqlTokenKind.Comma));
            }
            cursor.Until(at => at.Kind == SqlTokenKind.Comma);
            actions.Add(action with { Span = TextSpan.FromBounds(start, cursor.EndBefore) });
            if (!cursor.Take(SqlTokenKind.Comma))
                break;
        }
        return new AlterTableStatement(name, actions) { IfExists = ifExists };
    }

    private static TableAction? Action(SqlCursor cursor)
    {
        if (cursor.Take("add"))
            return Add(cursor);
        if (cursor.Take("drop", "constraint"))
        {
            var ifExists = cursor.Take("if", "exists");
            return cursor.Name() is { } name ? new DropConstraintAction(name) { IfExists = ifExists, IsCascading = cursor.IsWord("cascade") } : null;
        }
        if (cursor.Take("drop"))
        {
            cursor.Take("column");
            var ifExists = cursor.Take("if", "exists");
            return cursor.Name() is { } name ? new DropColumnAction(name) { IfExists = ifExists } : null;
        }
        if (cursor.Take("alter", "constraint"))
            return null;
        if (cursor.Take("alter"))
        {
            cursor.Take("column");
            return cursor.Name() is { } column ? AlterColumn(cursor, column) : null;
        }
        if (cursor.Take("rename"))
            return Rename(cursor);
        if (cursor.Take("validate", "constraint"))
            return cursor.Name() is { } name ? new ValidateConstraintAction(name) : null;
        if (cursor.Take("set", "schema"))
            return cursor.Name() is { } schema ? new SetSchemaAction(schema) : null;
        if (cursor.Take("attach", "partition"))
            return cursor.QualifiedName() is { } partition ? new PartitionAction(partition, IsAttached: true) : null;
        if (cursor.Take("detach", "partition"))
            return cursor.QualifiedName() is { } partition ? new PartitionAction(partition, IsAttached: false) { IsConcurrent = cursor.IsWord("concurrently") } : null;
        return Switch(cursor);
    }

    private static TableAction? Switch(SqlCursor cursor)
    {
        if (cursor.Take("no") && cursor.Take("force"))
            return cursor.Take("row", "level", "security") ? new RowSecurityAction(null, false) : null;
        if (cursor.Take("force"))
            return cursor.Take("row", "level", "security") ? new RowSecurityAction(null, true) : null;
        if (!cursor.IsWord("enable") && !cursor.IsWord("disable"))
            return null;
        var isEnabled = cursor.Take("enable");
        if (!isEnabled)
            cursor.Take("disable");
        if (cursor.Take("row", "level", "security"))
            return new RowSecurityAction(isEnabled, null);
        if (!cursor.Take("always"))
            cursor.Take("replica");
        return cursor.Take("trigger") && cursor.Name() is { } trigger ? new TriggerAction(trigger, isEnabled) : null;
    }

    private static TableAction? Add(SqlCursor cursor)
    {
        if (!cursor.IsWord("column") && CreateGrammar.Constraint(cursor) is { } constraint)
            return new AddConstraintAction(constraint);
        cursor.Take("column");
        var ifNotExists = cursor.Take("if", "not", "exists");
        return CreateGrammar.Column(cursor) is { } column ? new AddColumnAction(column) { IfNotExists = ifNotExists } : null;
    }

    private static TableAction? AlterColumn(SqlCursor cursor, string column)
    {
        if (cursor.Take("set", "not", "null"))
            return new SetNotNullAction(column, IsNotNull: true);
        if (cursor.Take("drop", "not", "null"))
            return new SetNotNullAction(column, IsNotNull: false);
        if (cursor.Take("drop", "default"))
            return new SetDefaultAction(column, null);
        if (cursor.Take("set", "default"))
            return new SetDefaultAction(column, cursor.Until(at => at.Kind == SqlTokenKind.Comma));
        if (cursor.Take("drop", "identity"))
            return new SetIdentityAction(column, IsIdentity: false);
        if (cursor.Take("drop", "expression"))
            return new DropExpressionAction(column);
        if (cursor.IsWord("add") && cursor.IsWord("generated", 1))
            return new SetIdentityAction(column, IsIdentity: true);
        cursor.Take("set", "data");
        if (!cursor.Take("type") || SqlTypes.Read(cursor, out _) is not { } type)
            return null;
        if (cursor.Take("collate"))
            cursor.QualifiedName();
        return new SetTypeAction(column, type) { Using = cursor.Take("using") ? cursor.Until(at => at.Kind == SqlTokenKind.Comma) : null };
    }

    private static TableAction? Rename(SqlCursor cursor)
    {
        if (cursor.Take("to"))
            return cursor.Name() is { } table ? new RenameTableAction(table) : null;
        if (cursor.Take("constraint"))
            return cursor.Name() is { } constraint && cursor.Take("to") && cursor.Name() is { } renamed ? new RenameConstraintAction(constraint, renamed) : null;
        cursor.Take("column");
        return cursor.Name() is { } column && cursor.Take("to") && cursor.Name() is { } newName ? new RenameColumnAction(column, newName) : null;
    }
}
