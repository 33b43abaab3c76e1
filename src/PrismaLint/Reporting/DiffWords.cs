using System.Text;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Reporting;

/// <summary>The words of a comparison, for people and for programs.</summary>
public static class DiffWords
{
    /// <summary>As a heading: <c>Loses data</c>.</summary>
    public static string Heading(ChangeClass changeClass) => changeClass switch
    {
        ChangeClass.DataLoss => "Loses data",
        ChangeClass.Breaking => "Breaks running clients",
        ChangeClass.Care => "Needs care",
        _ => "Safe",
    };

    /// <summary>As <c>--fail-on</c> and JSON have it: <c>data-loss</c>.</summary>
    public static string Of(ChangeClass changeClass) => Kebab(changeClass.ToString());

    public static string Of(SchemaChangeKind kind) => Kebab(kind.ToString());

    public static string Of(EffectObject effectObject) => Kebab(effectObject.ToString());

    public static string Of(EffectAction action) => Kebab(action.ToString());

    public static string Of(MigrationPhase phase) => Kebab(phase.ToString());

    public static string Of(MigrationStepKind kind) => Kebab(kind.ToString());

    /// <summary>The name of a member of an enumeration as JSON has it: <c>data-loss</c>.</summary>
    internal static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
