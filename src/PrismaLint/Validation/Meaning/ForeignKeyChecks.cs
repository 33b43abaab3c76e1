using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>The columns of a relation's forward side, of relations to one and to many alike.</summary>
internal static class ForeignKeyChecks
{
    private static readonly ValidationCheck s_counts = Check("relation-column-count", "`fields` and `references` differ in length");
    private static readonly ValidationCheck s_optional = Check("required-relation-over-optional-field", "A required relation field lies over an optional column");
    private static readonly ValidationCheck s_types = Check("relation-type-mismatch", "A column and the one it refers to have different types");
    private static readonly ValidationCheck s_notUnique = Check("references-not-unique", "`references` are no id or unique of the other model");
    private static readonly ValidationCheck s_order = Check("references-order", "`references` have another order than the key they name (sqlserver)");

    private static readonly ValidationCheck s_setNull = new(
        "set-null-on-required",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Meaning,
        "SetNull would empty a required column");

    private static readonly ValidationCheck s_setNullWarning = new(
        "set-null-on-required-in-postgresql",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Meaning,
        "SetNull would empty a required column, which PostgreSQL refuses only when it happens")
    {
        Severity = DiagnosticSeverity.Warning,
    };

    private static readonly ValidationCheck s_nativeTypes = new(
        "relation-native-type-mismatch",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A column and the one it refers to have different native types (mongodb)")
    {
        Severity = DiagnosticSeverity.Warning,
    };

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
        [s_counts, s_optional, s_types, s_notUnique, s_order, s_setNull, s_setNullWarning, s_nativeTypes];

    public static void Run(ValidationContext context, RelationSide forward)
    {
        if (forward.Attribute is null)
            return;
        CheckReferences(context, forward);
        CheckColumns(context, forward);
        CheckSetNull(context, forward, "onDelete", forward.OnDelete);
        CheckSetNull(context, forward, "onUpdate", forward.OnUpdate);
    }

    /// <summary>What Prisma asks of a forward side without opposite as well.</summary>
    public static void RunAlone(ValidationContext context, RelationSide forward)
    {
        CheckSetNull(context, forward, "onDelete", forward.OnDelete);
        CheckSetNull(context, forward, "onUpdate", forward.OnUpdate);
        if (forward.Fields.Count != forward.References.Count)
            return;
        for (var i = 0; i < forward.Fields.Count; i++)
            CheckNativeTypes(context, forward.Fields[i], forward.References[i]);
    }

    private static void CheckReferences(ValidationContext context, RelationSide forward)
    {
        if (!forward.HasReferences)
            return;
        var names = RelationSide.List(forward.References);
        if (FindKey(forward, inOrder: false) is null)
        {
            context.Report(
                s_notUnique,
                forward.Field,
                forward.Place("references"),
                $"`{forward.Field.DisplayName}` refers to {names} of `{forward.Target.Name}`, which is no id or unique of it",
                forward.References.Count == 1 && !forward.References[0].IsList
                    ? CodeFix.Unsafe(
                        $"Add `@unique` to `{forward.References[0].DisplayName}`",
                        TextEdit.Insert(forward.Target.Tree.Source, forward.References[0].Syntax.Span.End, " @unique"))
                    : null);
        }
        else if (context.Schema.Provider == Provider.SqlServer && FindKey(forward, inOrder: true) is null)
        {
            context.Report(
                s_order,
                forward.Field,
                forward.Place("references"),
                $"`{forward.Field.DisplayName}` refers to {names} of `{forward.Target.Name}` in another order than its key has");
        }
    }

    private static IndexSymbol? FindKey(RelationSide forward, bool inOrder)
    {
        foreach (var index in forward.Target.Indexes)
        {
            if (!index.IsUnique || index.Columns.Count != forward.References.Count)
                continue;
            var fits = true;
            for (var i = 0; i < index.Columns.Count && fits; i++)
            {
                var column = index.Columns[i];
                fits = column.Path == column.Field.Name
                    && (inOrder ? column.Field == forward.References[i] : forward.References.Contains(column.Field));
            }

            if (fits)
                return index;
        }

        return null;
    }

    private static void CheckColumns(ValidationContext context, RelationSide forward)
    {
        var fields = forward.Fields;
        var references = forward.References;
        if (fields.Count > 0 && forward.Attribute?.Find("references") is not null && fields.Count != references.Count)
        {
            context.Report(
                s_counts,
                forward.Field,
                forward.Place("fields"),
                $"`{forward.Field.DisplayName}` has {fields.Count} `fields` and {references.Count} `references`");
        }

        for (var i = 0; i < fields.Count && i < references.Count && fields.Count == references.Count; i++)
            CheckPair(context, forward, fields[i], references[i]);
        if (forward.Field.IsRequired && fields.Any(column => column.IsOptional))
        {
            context.Report(
                s_optional,
                forward.Field,
                forward.Field.LocationOf(forward.Field.Type),
                $"`{forward.Field.DisplayName}` is required, and of its columns {RelationSide.List([.. fields.Where(column => column.IsOptional)])} may be empty",
                CodeFix.Unsafe(
                    $"Make `{forward.Field.Name}` optional", TextEdit.Insert(forward.Field.Tree.Source, forward.Field.Type.Span.End, "?")));
        }
    }

    private static void CheckPair(ValidationContext context, RelationSide forward, FieldSymbol column, FieldSymbol reference)
    {
        if (!IsSameType(column, reference))
        {
            context.Report(
                s_types,
                forward.Field,
                forward.Field.Location,
                $"`{column.DisplayName}` is of type {TypeOf(column)}, and `{reference.DisplayName}`, which it refers to, of type {TypeOf(reference)}");
        }

        CheckNativeTypes(context, column, reference);
    }

    /// <summary>A column of MongoDB is stored as the one it refers to.</summary>
    public static void CheckNativeTypes(ValidationContext context, FieldSymbol column, FieldSymbol reference)
    {
        if (context.Schema.Provider == Provider.MongoDb && column.NativeType?.Name != reference.NativeType?.Name)
        {
            context.Report(
                s_nativeTypes,
                column,
                column.Location,
                $"`{column.DisplayName}` is stored as {NativeTypeOf(column)}, and `{reference.DisplayName}`, which it refers to, as {NativeTypeOf(reference)}",
                StoreAlike(column, reference));
        }
    }

    private static CodeFix? StoreAlike(FieldSymbol column, FieldSymbol reference)
    {
        if (column.NativeType is not null || reference.NativeType is not { Arguments.Count: 0 } type || column.Scalar != reference.Scalar)
            return null;
        var text = type.Attribute.Tree.Source.ToString(type.Attribute.Syntax.Span);
        return CodeFix.Unsafe($"Add `{text}` to `{column.Name}`", TextEdit.Insert(column.Tree.Source, column.Syntax.Span.End, " " + text));
    }

    private static bool IsSameType(FieldSymbol left, FieldSymbol right)
    {
        if (left.Kind != right.Kind)
            return false;
        return left.Kind switch
        {
            FieldKind.Scalar => left.Scalar == right.Scalar,
            FieldKind.Unsupported => left.Type.UnsupportedText.Text == right.Type.UnsupportedText.Text,
            _ => left.TypeSymbol == right.TypeSymbol,
        };
    }

    private static string TypeOf(FieldSymbol column) => column.Kind == FieldKind.Unsupported
        ? $"`Unsupported({column.Type.UnsupportedText.Text})`"
        : $"`{column.Type.Name.Text}`";

    private static string NativeTypeOf(FieldSymbol column) => column.NativeType is { } type ? $"`{type.Name}`" : "MongoDB's default";

    // With the columns the relation becomes optional; a key's column cannot.
    private static CodeFix? AllowNull(RelationSide forward)
    {
        if (forward.Model.PrimaryKey?.Columns.Any(column => forward.Fields.Contains(column.Field)) == true || forward.Field.IsList)
            return null;
        FieldSymbol[] members = [.. forward.Fields.Where(column => column.IsRequired), .. forward.Field.IsRequired ? new[] { forward.Field } : []];
        return CodeFix.Unsafe(
            $"Make {RelationSide.List(members)} optional",
            [.. members.Select(member => TextEdit.Insert(member.Tree.Source, member.Type.Span.End, "?"))]);
    }

    private static void CheckSetNull(ValidationContext context, RelationSide forward, string argument, ReferentialAction? action)
    {
        if (action != ReferentialAction.SetNull || !forward.Fields.Any(column => column.IsRequired))
            return;
        var warns = context.Schema is { Provider: Provider.PostgreSql, RelationMode: RelationMode.ForeignKeys };
        context.Report(
            warns ? s_setNullWarning : s_setNull,
            forward.Field,
            forward.Place(argument),
            $"`{argument}` of `{forward.Field.DisplayName}` is `SetNull`, and "
            + RelationSide.List([.. forward.Fields.Where(column => column.IsRequired)]) + " cannot be null",
            AllowNull(forward),
            otherFix: Block(context, forward, argument));
    }

    // Refused either way, by the database or by the action: the one that says so changes nothing but the constraint's words.
    private static CodeFix? Block(ValidationContext context, RelationSide forward, string argument)
    {
        var action = context.Connector.DefaultOnDelete(anyColumnRequired: true, context.Schema.RelationMode);
        return forward.Attribute?.Find(argument) is { } value
            ? CodeFix.Safe($"Replace `SetNull` with `{action}`", new TextEdit(forward.Field.Tree.Source, value.Span, action.ToString()))
            : null;
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidRelation, ValidationStage.Meaning, summary);
}
