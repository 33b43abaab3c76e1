using System.CommandLine;
using System.Linq;
using PrismaLint.Loading;
using PrismaLint.Planning;

namespace PrismaLint.Cli.Commands;

/// <summary>The options of <c>plan</c> and their values.</summary>
internal sealed class PlanOptions
{
    private readonly CheckOptions _check = new();

    private readonly DatabaseOptions _database = new();

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A schema file or folder; `-` is standard input. Default: the current folder.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _inputs = new("--inputs")
    {
        Description = $"What the team knows: volumes, targets, tenants. Default: `{PlanInputsLoader.FileName}` beside the schema or in the current folder.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _init = new("--init") { Description = "Writes that file to be filled in, and no plan." };

    private readonly Option<string> _format = new("--format") { Description = "How the plan is written.", DefaultValueFactory = _ => PlanFormat.All[0].Name };

    private readonly Option<string?> _output = new("--output") { Description = "Writes the plan into a file.", HelpName = "FILE" };

    private readonly Option<int[]> _section = new("--section") { Description = "Writes that section alone, 1 to 8. Repeatable.", HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Add(_path);
        _format.AcceptOnlyFromAmong([.. PlanFormat.All.Select(format => format.Name)]);
        _inputs.Validators.Add(CheckOptions.RefuseEmpty);
        _output.Validators.Add(CheckOptions.RefuseEmpty);
        foreach (var option in new Option[] { _inputs, _init, _format, _output, _section })
            command.Add(option);
        _database.AddTo(command);
        _check.AddPlanTo(command);
    }

    public PlanRunRequest Read(ParseResult result)
    {
        var sections = result.GetValue(_section) ?? [];
        foreach (var section in sections.Where(section => !Planner.SectionTitles.ContainsKey(section)))
            throw new UsageException($"`--section {section}` is none of the sections: {string.Join(", ", Planner.SectionTitles.OrderBy(title => title.Key).Select(title => $"{title.Key} {title.Value}"))}");
        return new PlanRunRequest
        {
            Path = result.GetValue(_path) ?? ".",
            Check = _check.Read(result),
            Format = PlanFormat.All.First(format => format.Name == result.GetValue(_format)),
            Sections = sections,
            InputsFile = result.GetValue(_inputs),
            Initializes = result.GetValue(_init),
            OutputFile = result.GetValue(_output),
        };
    }

    /// <summary>Which database to look at; <see langword="null"/> where nobody says one.</summary>
    public InspectRequest? ReadInspection(ParseResult result)
    {
        if (!_database.IsTold(result))
            return null;
        var check = _check.Read(result);
        if (check.SnapshotFile is not null)
            throw new UsageException("`--snapshot` has the database from a file, and `--url`, `--url-env` and `--env-file` connect to one: one of the two");
        return _database.Read(result, [result.GetValue(_path) ?? "."]) with { IsQuiet = check.Verbosity == Output.Verbosity.Quiet };
    }
}
