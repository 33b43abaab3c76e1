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
}
