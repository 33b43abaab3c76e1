using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>How plans call the values of enums.</summary>
internal static class PlanWords
{
    public static string Of(ChecklistState state) => state switch
    {
        ChecklistState.Pass => "pass",
        ChecklistState.Fail => "fail",
        _ => "not known",
    };

    /// <summary>What is to be done with a piece of SQL.</summary>
    public static string Of(SqlRole role) => role switch
    {
        SqlRole.Change => "SQL: change",
        SqlRole.Rollback => "SQL: rollback",
        SqlRole.Verification => "SQL: verification",
        SqlRole.Integrity => "SQL: integrity, gives no row",
        SqlRole.Query => "SQL: query",
        SqlRole.Monitoring => "SQL: monitoring",
        SqlRole.Seed => "SQL: test data",
        _ => "SQL: template, to be filled in",
    };

    /// <summary>How the pictures of HTML are to be read.</summary>
    public static string Key(DiagramKind kind) => kind switch
    {
        DiagramKind.Domains => "The wider an arrow, the more foreign keys lead from one domain to the other; the larger a box, the more models are in it.",
        _ => "A fork stands for many rows, a bar for one, a ring for none. Dashed boxes belong to other domains.",
    };

    /// <summary>The name of a language.</summary>
    /// <param name="language">As fences of Markdown call it.</param>
    public static string OfLanguage(string language) => language switch
    {
        "prisma" => "Prisma schema",
        "ts" or "typescript" => "TypeScript",
        "js" or "javascript" => "JavaScript",
        "diff" => "Diff",
        "sh" or "bash" => "Shell",
        "sql" => "SQL",
        "json" => "JSON",
        "ini" or "conf" => "Configuration",
        _ => "",
    };
}
