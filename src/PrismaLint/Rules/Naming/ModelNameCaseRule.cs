using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds models, views and composite types whose name is in another style than the rest.</summary>
public sealed class ModelNameCaseRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1001", "model-name-case")
    {
        Title = "Model name in another style",
        Message = "{0} `{1}` is not in {2}{3}",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            The name of a model becomes types and accessors of the generated client. One name in another style among
            many is usually an introspected table or a slip, and stands out in all the code that uses it. `@@map` keeps
            the table's name whatever the model is called.
            """,
        Example = new RuleExample(
            Flagged: """
                model BlogPost {
                  id Int @id
                }

                model BlogTag {
                  id Int @id
                }

                model BlogAuthor {
                  id Int @id
                }

                model BlogComment {
                  id Int @id
                }

                model UserProfile {
                  id Int @id
                }

                model UserSetting {
                  id Int @id
                }

                model AccessLog {
                  id Int @id
                }

                model oauthClient {
                  id Int @id
                }

                """,
            Clean: """
                model BlogPost {
                  id Int @id
                }

                model BlogTag {
                  id Int @id
                }

                model BlogAuthor {
                  id Int @id
                }

                model BlogComment {
                  id Int @id
                }

                model UserProfile {
                  id Int @id
                }

                model UserSetting {
                  id Int @id
                }

                model AccessLog {
                  id Int @id
                }

                model OauthClient {
                  id Int @id

                  @@map("oauthClient")
                }
                """),
        WhenNotToUse = """
            Names that a framework prescribes, ignored models, and words without separator or inner capital are not
            judged by more than their first letter. In `auto`, a schema without a style of its own gets no finding.
            """,
        Fix = """
            Renames the model with every reference in the schema and adds `@@map` with the old name, so the database
            stays as it is. Unsafe: the client's API changes. Not offered where the model takes part in an implicit
            many-to-many relation, whose join table would get another name.
            """,
    };

    public static readonly RuleOption<string> Style = NamingOptions.Style("the names of models, views and composite types");

    public static readonly RuleOption<NameList> Allow = NamingOptions.Allow("models");

    public static readonly RuleOption<Prefixes> TrimPrefix = Prefixes.Option();

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("model-name-pascal-case");

    public override IReadOnlyList<RuleOption> Options => [Style, Allow, TrimPrefix, Compatibility];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (PrismaLintMode.IsOn(context.Get(Compatibility)))
            return BlockNames.NotPascal(context, Definition, context.WrittenModels, context.Get(Allow), context.Get(TrimPrefix));
        var judged = context.Models.Where(model => !model.IsIgnored && !FrameworkModels.Owns(model)).Concat<BlockSymbol>(context.CompositeTypes);
        return BlockNames.Outliers(context, Definition, judged, context.Get(Style), context.Get(Allow), context.Get(TrimPrefix));
    }
}
