using System;
using System.Linq;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Planning;

/// <summary>Facts and sections of small schemas.</summary>
internal static class PlanFixture
{
    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n";

    public static PlanContext Context(string models, PlanInputs? inputs = null, string datasource = Datasource) => Case(models, inputs, datasource).Context();

    public static PlanDocument Section(int number, string models, PlanInputs? inputs = null, string datasource = Datasource) => Case(models, inputs, datasource).Document(number);

    public static string Text(int number, string models, PlanInputs? inputs = null, string datasource = Datasource) => PlanMarkdown.Write(Section(number, models, inputs, datasource));

    public static string[] Sql(PlanDocument plan, SqlRole role) => [.. plan.Statements().Where(statement => statement.Sql.Role == role).Select(statement => statement.Sql.Text)];

    private static PlanCase Case(string models, PlanInputs? inputs, string datasource) => new(datasource + models) { Inputs = inputs ?? PlanInputs.None };
}
