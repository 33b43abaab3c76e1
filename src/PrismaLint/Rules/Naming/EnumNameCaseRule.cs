using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds enums whose name is in another style than the rest.</summary>
public sealed class EnumNameCaseRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1003", "enum-name-case")
    {
        Title = "Enum name in another style",
        Message = "{0} `{1}` is not in {2}{3}",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            The name of an enum becomes a type of the generated client. One name in another style among many is usually
            an introspected type or a slip. `@@map` keeps the name in the database.
            """,
        Example = new RuleExample(
            Flagged: """
                enum UserRole {
                  ADMIN
                }

                enum UserState {
                  ACTIVE
                }

                enum OrderState {
                  OPEN
                }

                enum OrderKind {
                  RETAIL
                }

                enum PaymentState {
                  PAID
                }

                enum PaymentKind {
                  CARD
                }

                enum MailState {
                  SENT
                }

                enum mail_kind {
                  DIGEST
                }

                """,
            Clean: """
                enum UserRole {
                  ADMIN
                }

                enum UserState {
                  ACTIVE
                }

                enum OrderState {
                  OPEN
                }

                enum OrderKind {
                  RETAIL
                }

                enum PaymentState {
                  PAID
                }

                enum PaymentKind {
                  CARD
                }

                enum MailState {
                  SENT
                }

                enum MailKind {
                  DIGEST

                  @@map("mail_kind")
                }
                """),
        WhenNotToUse = """
            Words without separator or inner capital are judged by their first letter only. In `auto`, a schema without
            a style of its own gets no finding.
            """,
        Fix = """
            Renames the enum with every reference in the schema and adds `@@map` with the old name. Unsafe: the client's
            API changes.
            """,
    };

    public static readonly RuleOption<string> Style = NamingOptions.Style("the names of enums");

    public static readonly RuleOption<NameList> Allow = NamingOptions.Allow("enums");

    public static readonly RuleOption<Prefixes> TrimPrefix = Prefixes.Option();

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("enum-name-pascal-case");

    public override IReadOnlyList<RuleOption> Options => [Style, Allow, TrimPrefix, Compatibility];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) => PrismaLintMode.IsOn(context.Get(Compatibility))
        ? BlockNames.NotPascal(context, Definition, context.WrittenEnums, context.Get(Allow), context.Get(TrimPrefix))
        : BlockNames.Outliers(context, Definition, context.Enums, context.Get(Style), context.Get(Allow), context.Get(TrimPrefix));
}
