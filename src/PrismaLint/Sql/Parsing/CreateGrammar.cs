using System;
using System.Collections.Generic;
using System.Linq;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Sql.Parsing;

/// <summary>The productions behind <c>CREATE</c>.</summary>
internal static class CreateGrammar
{
    public static SqlStatement? Create(SqlCursor cursor)
    {
        cursor.Take("or", "replace");
        var isTemporary = (cursor.Take("global") | cursor.Take("local")) | (cursor.Take("temporary") || cursor.Take("temp"));
        var isUnlogged = cursor.Take("unlogged");
        if (cursor.Take("table"))
            return Table(cursor, isTemporary, isUnlogged);
        if (cursor.IsWord("unique") && cursor.IsWord("index", 1))
        {
            cursor.Position += 2;
            return Index(cursor, isUnique: true);
        }
        if (cursor.Take("index"))
            return Index(cursor, isUnique: false);
        cursor.Take("recursive");
        cursor.Take("constraint");
        if (StatementGrammar.KindOf(cursor) is not { } kind)
            return null;
        var ifNotExists = cursor.Take("if", "not", "exists");
        if (cursor.QualifiedName() is not { } name)
            return null;
        if (kind == "TYPE" && cursor.Take("as", "enum"))
            return new CreateEnumStatement(name, Labels(cursor));
        var ownedBy = kind == "SEQUENCE" ? AlterGrammar.OwnedBy(cursor) : null;
        SqlName? table = null;
        if (kind is "TRIGGER" or "POLICY" or "RULE")
        {
            cursor.Until(at => at.IsWord(kind == "RULE" ? "to" : "on"));
            cursor.Position++;
            table = cursor.QualifiedName();
        }
        return new CreateObjectStatement(kind, name) { IfNotExists = ifNotExists, Table = table, OwnedBy = ownedBy };
    }

    private static List<string> Labels(SqlCursor cursor)
    {
        var labels = new List<string>();
        if (!cursor.Take(SqlTokenKind.OpenParen))
            return labels;
        while (cursor.String() is { } label)
        {
            labels.Add(label);
            if (!cursor.Take(SqlTokenKind.Comma))
                break;
        }
        return labels;
    }

    private static CreateIndexStatement? Index(SqlCursor cursor, bool isUnique)
    {
        var position = cursor.EndBefore;
        var isConcurrent = cursor.Take("concurrently");
        var ifNotExists = cursor.Take("if", "not", "exists");
        var nameSpan = cursor.TokenSpan;
        var name = cursor.IsWord("on") ? null : cursor.Name();
        if (!cursor.Take("on"))
            return null;
        cursor.Take("only");
        if (cursor.QualifiedName() is not { } table)
            return null;
        if (name is null)
            nameSpan = table.Span;
        var method = cursor.Take("using") ? cursor.Name() ?? "btree" : "btree";
        if (cursor.Kind != SqlTokenKind.OpenParen)
            return null;
        var columns = Elements(cursor);
        IReadOnlyList<string> included = cursor.Take("include") ? cursor.NameList() : [];
        var nullsNotDistinct = cursor.Take("nulls", "not", "distinct");
        if (!nullsNotDistinct)
            cursor.Take("nulls", "distinct");
        if (cursor.Take("with") && cursor.Kind == SqlTokenKind.OpenParen)
            cursor.Skip();
        if (cursor.Take("tablespace"))
            cursor.Name();
        var predicate = cursor.Take("where") ? cursor.Until(at => false) : null;
        return new CreateIndexStatement(name, table, columns)
        {
            IsUnique = isUnique, IsConcurrent = isConcurrent, IfNotExists = ifNotExists, Method = method, Included = included, AreNullsNotDistinct = nullsNotDistinct,
            Predicate = predicate, ConcurrentlyPosition = position, NameSpan = nameSpan,
        };
    }

    private static List<IndexElement> Elements(SqlCursor cursor)
    {
        var elements = new List<IndexElement>();
        cursor.Take(SqlTokenKind.OpenParen);
        while (!cursor.IsAtEnd && cursor.Kind != SqlTokenKind.CloseParen)
        {
            elements.Add(Element(cursor));
            cursor.Until(at => at.Kind is SqlTokenKind.Comma or SqlTokenKind.CloseParen);
            cursor.Take(SqlTokenKind.Comma);
        }
        cursor.Take(SqlTokenKind.CloseParen);
        return elements;
    }

    private static IndexElement Element(SqlCursor cursor)
    {
        var start = cursor.Offset;
        IndexElement element;
        if (cursor.Kind == SqlTokenKind.OpenParen)
        {
            element = new IndexElement(null, cursor.Parenthesized());
        }
        else
        {
            var name = cursor.QualifiedName();
            if (cursor.Kind == SqlTokenKind.OpenParen)
            {
                cursor.Skip();
                element = new IndexElement(null, cursor.TextSince(start));
            }
            else
            {
                element = new IndexElement(name?.Name, null);
            }
        }
        if (cursor.Take("collate"))
            element = element with { Collation = cursor.QualifiedName()?.Name };
        if (cursor.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && !cursor.IsWord("asc") && !cursor.IsWord("desc") && !cursor.IsWord("nulls"))
        {
            element = element with { OperatorClass = cursor.QualifiedName()?.Name };
            if (cursor.Kind == SqlTokenKind.OpenParen)
                cursor.Skip();
        }
        var isDescending = cursor.Take("desc");
        if (!isDescending)
            cursor.Take("asc");
        bool? nullsFirst = cursor.Take("nulls", "first") ? true : cursor.Take("nulls", "last") ? false : null;
        return element with { IsDescending = isDescending, NullsFirst = nullsFirst };
    }

    private static CreateTableStatement? Table(SqlCursor cursor, bool isTemporary, bool isUnlogged)
    {
        var ifNotExists = cursor.Take("if", "not", "exists");
        if (cursor.QualifiedName() is not { } name)
            return null;
        var statement = new CreateTableStatement(name) { IfNotExists = ifNotExists, IsTemporary = isTemporary, IsUnlogged = isUnlogged };
        var columns = new List<ColumnDefinition>();
        var constraints = new List<TableConstraint>();
        var templates = new List<SqlName>();
        if (cursor.Take("partition", "of") && cursor.QualifiedName() is { } parent)
        {
            templates.Add(parent);
            statement = statement with { IsPartition = true };
        }
        if (cursor.Take(SqlTokenKind.OpenParen))
        {
            while (!cursor.IsAtEnd && cursor.Kind != SqlTokenKind.CloseParen)
            {
                if (cursor.Take("like"))
                {
                    if (cursor.QualifiedName() is { } template)
                        templates.Add(template);
                }
                else if (IsConstraint(cursor))
                {
                    if (Constraint(cursor) is { } constraint)
                        constraints.Add(constraint);
                }
                else if (Column(cursor) is { } column)
                {
                    columns.Add(column);
                }
                cursor.Until(at => at.Kind is SqlTokenKind.Comma or SqlTokenKind.CloseParen);
                cursor.Take(SqlTokenKind.Comma);
            }
            cursor.Take(SqlTokenKind.CloseParen);
        }
        if (cursor.Take("inherits") && cursor.Take(SqlTokenKind.OpenParen))
        {
            while (cursor.QualifiedName() is { } parentTable)
            {
                templates.Add(parentTable);
                if (!cursor.Take(SqlTokenKind.Comma))
                    break;
            }
            cursor.Take(SqlTokenKind.CloseParen);
        }
        return statement with
        {
            Columns = columns, Constraints = [.. constraints, .. columns.SelectMany(column => column.Constraints)], Templates = templates,
            IsPartitioned = cursor.HasAhead("partition"), IsFromQuery = columns.Count == 0 && cursor.HasAhead("as"),
        };
    }

    private static bool IsConstraint(SqlCursor cursor) =>
        cursor.IsWord("constraint")
        || (cursor.IsWord("primary") && cursor.IsWord("key", 1))
        || (cursor.IsWord("unique") && (cursor.KindAt(1) == SqlTokenKind.OpenParen || cursor.IsWord("nulls", 1) || cursor.IsWord("using", 1)))
        || (cursor.IsWord("foreign") && cursor.IsWord("key", 1))
        || (cursor.IsWord("check") && cursor.KindAt(1) == SqlTokenKind.OpenParen)
        || (cursor.IsWord("exclude") && (cursor.KindAt(1) == SqlTokenKind.OpenParen || cursor.IsWord("using", 1)));

    /// <summary>A constraint of a table, with or without <c>CONSTRAINT name</c>.</summary>
    public static TableConstraint? Constraint(SqlCursor cursor)
    {
        var start = cursor.Offset;
        var name = cursor.Take("constraint") ? cursor.Name() : null;
        var constraint = ConstraintBody(cursor, name, null);
        return constraint is null ? null : constraint with { Span = TextSpan.FromBounds(start, cursor.EndBefore) };
    }

    private static TableConstraint? ConstraintBody(SqlCursor cursor, string? name, string? column)
    {
        TableConstraint constraint;
        IReadOnlyList<string> own = column is null ? [] : [column];
        if (cursor.Take("primary", "key") || cursor.IsWord("unique"))
        {
            var isUnique = cursor.Take("unique");
            var nullsNotDistinct = cursor.Take("nulls", "not", "distinct");
            if (!nullsNotDistinct)
                cursor.Take("nulls", "distinct");
            var index = cursor.Take("using", "index") && column is null ? cursor.Name() : null;
            var columns = column is null && index is null ? cursor.NameList() : own;
            constraint = new TableConstraint(isUnique ? "UNIQUE" : "PRIMARY KEY", name, columns)
            {
                AreNullsNotDistinct = nullsNotDistinct, Index = index, Included = cursor.Take("include") ? cursor.NameList() : [],
            };
        }
        else if (cursor.Take("foreign", "key") || cursor.IsWord("references"))
        {
            var columns = column is null ? cursor.NameList() : own;
            if (!cursor.Take("references") || cursor.QualifiedName() is not { } target)
                return null;
            constraint = new TableConstraint("FOREIGN KEY", name, columns) { Target = target, TargetColumns = cursor.NameList() };
        }
        else if (cursor.Take("check"))
        {
            constraint = new TableConstraint("CHECK", name, own) { Expression = cursor.Parenthesized() };
        }
        else if (cursor.Take("exclude"))
        {
            constraint = new TableConstraint("EXCLUDE", name, []);
            cursor.Until(at => at.Kind is SqlTokenKind.Comma or SqlTokenKind.CloseParen);
        }
        else
        {
            return null;
        }
        return Tail(cursor, constraint);
    }

    private static TableConstraint Tail(SqlCursor cursor, TableConstraint constraint)
    {
        while (true)
        {
            if (cursor.Take("on", "delete"))
                constraint = constraint with { OnDelete = Action(cursor) };
            else if (cursor.Take("on", "update"))
                constraint = constraint with { OnUpdate = Action(cursor) };
            else if (cursor.Take("match"))
                constraint = constraint with { IsMatchFull = cursor.Name() == "full" };
            else if (cursor.Take("not", "valid"))
                constraint = constraint with { IsNotValid = true };
            else if (cursor.Take("not", "deferrable") || cursor.Take("not", "enforced") || cursor.Take("enforced") || cursor.Take("no", "inherit"))
                continue;
            else if (cursor.Take("deferrable"))
                constraint = constraint with { IsDeferrable = true };
            else if (cursor.Take("initially"))
                cursor.Name();
            else if (cursor.Take("using", "index", "tablespace"))
                cursor.Name();
            else if (cursor.IsWord("with") && cursor.KindAt(1) == SqlTokenKind.OpenParen)
            {
                cursor.Position++;
                cursor.Skip();
            }
            else
                return constraint;
        }
    }

    private static Connectors.ReferentialAction Action(SqlCursor cursor)
    {
        if (cursor.Take("cascade"))
            return Connectors.ReferentialAction.Cascade;
        if (cursor.Take("restrict"))
            return Connectors.ReferentialAction.Restrict;
        if (cursor.Take("set", "null"))
        {
            cursor.NameList();
            return Connectors.ReferentialAction.SetNull;
        }
        if (cursor.Take("set", "default"))
        {
            cursor.NameList();
            return Connectors.ReferentialAction.SetDefault;
        }
        cursor.Take("no", "action");
        return Connectors.ReferentialAction.NoAction;
    }

    /// <summary>A column with its type and constraints.</summary>
    public static ColumnDefinition? Column(SqlCursor cursor)
    {
        var nameSpan = cursor.TokenSpan;
        if (cursor.Name() is not { } name)
            return null;
        var typeStart = cursor.Offset;
        if (SqlTypes.Read(cursor, out var isSerial) is not { } type)
            return null;
        var column = new ColumnDefinition(name, type) { IsSerial = isSerial, IsNotNull = isSerial, NameSpan = nameSpan, TypeSpan = TextSpan.FromBounds(typeStart, cursor.EndBefore) };
        var constraints = new List<TableConstraint>();
        while (!cursor.IsAtEnd && cursor.Kind is not (SqlTokenKind.Comma or SqlTokenKind.CloseParen))
        {
            var constraintName = cursor.Take("constraint") ? cursor.Name() : null;
            if (cursor.Take("not", "null"))
                column = column with { IsNotNull = true };
            else if (cursor.Take("null"))
                continue;
            else if (cursor.Take("default"))
                column = column with { Default = DefaultOf(cursor) };
            else if (cursor.Take("collate"))
                column = column with { Collation = cursor.QualifiedName()?.Name };
            else if (cursor.Take("generated"))
                column = Generated(cursor, column);
            else if (ConstraintBody(cursor, constraintName, name) is { } constraint)
            {
                constraints.Add(constraint);
                if (constraint.Kind == "PRIMARY KEY")
                    column = column with { IsNotNull = true };
            }
            else
                cursor.Skip();
        }
        return column with { Constraints = constraints };
    }

    private static ColumnDefinition Generated(SqlCursor cursor, ColumnDefinition column)
    {
        if (!cursor.Take("always"))
            cursor.Take("by", "default");
        cursor.Take("as");
        if (cursor.Take("identity"))
        {
            if (cursor.Kind == SqlTokenKind.OpenParen)
                cursor.Skip();
            return column with { IsIdentity = true, IsNotNull = true };
        }
        var expression = cursor.Parenthesized();
        if (!cursor.Take("stored"))
            cursor.Take("virtual");
        return column with { Generated = expression };
    }

    /// <summary>An expression up to the next constraint of the column.</summary>
    private static string DefaultOf(SqlCursor cursor) => cursor.Until(at =>
        at.Kind is SqlTokenKind.Comma or SqlTokenKind.CloseParen
        || (at.IsWord("not") && at.IsWord("null", 1))
        || at.IsWord("null") && !IsFirst(at)
        || at.IsWord("constraint") || at.IsWord("references") || at.IsWord("check") || at.IsWord("unique") || (at.IsWord("primary") && at.IsWord("key", 1)) || at.IsWord("generated") || at.IsWord("collate"));

    // `DEFAULT NULL`: the word is the value where it comes first.
    private static bool IsFirst(SqlCursor cursor)
    {
        cursor.Position--;
        var isFirst = cursor.IsWord("default");
        cursor.Position++;
        return isFirst;
    }
}
