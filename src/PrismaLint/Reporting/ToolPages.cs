using PrismaLint.Configuration;
using PrismaLint.Diagnostics;

namespace PrismaLint.Reporting;

/// <summary>The pages of what can be wrong with a run itself.</summary>
internal static class ToolPages
{
    public static string? Find(DiagnosticDescriptor descriptor)
    {
        var body = BodyOf(descriptor);
        return body is null ? null : $"# {descriptor.Id}: {descriptor.Name}\n\n{descriptor.Title}.\n\n"
            + "| | |\n|---|---|\n"
            + $"| Category | `{descriptor.Category}` |\n"
            + $"| Severity | {ReportWords.Of(descriptor.DefaultSeverity)} |\n"
            + "| Preset | always on |\n\n"
            + body.Replace("\r\n", "\n") + "\n";
    }

    private static string? BodyOf(DiagnosticDescriptor descriptor)
    {
        if (descriptor.Id == ConfigurationDescriptors.ConfigurationProblem.Id)
        {
            return """
                ## Why

                A setting with a spelling mistake does nothing, and nobody notices. So an unknown rule, option or key of this tool in
                `.editorconfig` or `.globalconfig`, and a value that its option cannot read, is reported at its
                place in that file, with the nearest name there is. Suppression comments and entries of a baseline that name an unknown
                rule count as well, and so do the snapshot of a database that is none, or older than 30 days (a suggestion), and what is wrong with
                the inputs of a plan.

                ## Flagged

                ```ini
                [*.prisma]
                dotnet_diagnostic.PL3001.severity = wrning
                prismalint.foreign-key-without-index.ignore_models = Log
                ```

                ## Clean

                ```ini
                [*.prisma]
                dotnet_diagnostic.PL3001.severity = warning
                prismalint.foreign-key-without-index.ignored_models = Log
                ```
                """;
        }
        if (descriptor.Id == ConfigurationDescriptors.UnusedSuppression.Id)
        {
            return """
                ## Why

                A suppression that hides nothing any more was right once, and would now hide the next finding of that kind unread.
                Suppressions of rules that did not run, and all of a schema with errors, are left alone: they may well have their use.
                An entry of a baseline that matches nothing any more is the same; `--write-baseline` takes it out.

                ## Flagged

                ```prisma
                model User {
                  id Int @id // prismalint-ignore PL3001: small table
                }
                ```

                ## Clean

                ```prisma
                model User {
                  id Int @id
                }
                ```
                """;
        }
        if (descriptor.Id == ConfigurationDescriptors.UnreadableInput.Id)
        {
            return """
                ## Why

                A path that does not exist, a folder without a schema, a file that cannot be opened, or one that is not UTF-8; a
                configuration file, baseline or snapshot of a database counts as much as a schema. The
                other schemas are still checked; the run ends with exit code 2, so that a wrong path never looks like a clean schema.
                """;
        }
        return descriptor.Id == ConfigurationDescriptors.ToolFault.Id
            ? """
                ## Why

                Something went wrong inside PrismaLint. The finding names what failed; the rest of the run is still good. It says nothing
                about the schema, and nothing in the schema has to change because of it.
                """
            : null;
    }
}
