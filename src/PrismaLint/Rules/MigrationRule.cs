using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules;

/// <summary>A check of migrations: of the SQL that will change the database. Without migrations to judge it has nothing to do.</summary>
public abstract class MigrationRule : Rule
{
    protected MigrationRule(RuleDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        context.History is { } history ? Judge(new MigrationContext(this, context, history)) : [];

    /// <summary>Looks through the migrations that are new.</summary>
    protected abstract IEnumerable<Diagnostic> Judge(MigrationContext context);
}
