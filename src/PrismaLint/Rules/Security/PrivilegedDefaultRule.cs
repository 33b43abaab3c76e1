using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Security;

/// <summary>Finds defaults that grant rights.</summary>
public sealed class PrivilegedDefaultRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL6006", "privileged-default")
    {
        Title = "Default that grants rights",
        Message = "`{0}` is `{1}` unless somebody says otherwise",
        Category = DiagnosticCategory.Security,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A row that is made without thinking of its rights gets those of the default: forgotten code, an import, a new way to
            sign up. The default should be the least, and more be given on purpose.
            """,
        Example = new RuleExample(
            Flagged: """
                enum Role {
                  ADMIN
                  MEMBER
                }

                model User {
                  id   Int  @id
                  role Role @default(ADMIN)
                }
                """,
            Clean: """
                enum Role {
                  ADMIN
                  MEMBER
                }

                model User {
                  id   Int  @id
                  role Role @default(MEMBER)
                }
                """),
        WhenNotToUse = "Every row is an administrator's. An owner's role in a model of memberships (two foreign keys) is not reported.",
    };

    private static readonly string[] s_roles = ["role", "userrole", "accounttype", "accesslevel", "usertype"];

    private static readonly string[] s_rights = ["admin", "administrator", "owner", "superuser", "superadmin", "root"];

    private static readonly string[] s_flags = ["isadmin", "isadministrator", "issuperuser", "isstaff", "issuperadmin", "isroot", "admin", "superuser"];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Tables
        from column in model.Fields
        where column.Default is not null && !column.IsList
        let granted = FindGranted(model, column)
        where granted is not null
        select Definition.At(column.Default?.Attribute.Location ?? column.Location, column.DisplayName, granted).On(column.DisplayName);

    private static string? FindGranted(ModelSymbol model, FieldSymbol column)
    {
        if (column.Default?.Literal is not { } value)
            return null;
        var name = Words.Squash(column.Name);
        if (column.Scalar == ScalarType.Boolean)
            return value == "true" && Array.IndexOf(s_flags, name) >= 0 ? value : null;
        if ((column.Kind != FieldKind.Enum && column.Scalar != ScalarType.String) || Array.IndexOf(s_roles, name) < 0)
            return null;
        var right = Words.Squash(value);
        if (Array.IndexOf(s_rights, right) < 0)
            return null;
        // Who makes a workspace owns it.
        return right == "owner" && model.ForeignKeys.Count > 1 ? null : value;
    }
}
