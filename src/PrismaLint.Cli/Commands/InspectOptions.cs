using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using PrismaLint.Cli.Output;
using PrismaLint.Rules;

namespace PrismaLint.Cli.Commands;

/// <summary>The options of <c>inspect</c> and their values: those of a check, and which database.</summary>
internal sealed class InspectOptions
{
    private readonly CheckOptions _check = new();

    private readonly DatabaseOptions _database = new();

    private readonly Option<string?> _save = new("--save") { Description = "Keeps what was read in a file, for `check --snapshot`.", HelpName = "FILE" };

    private readonly Option<int?> _instances = new("--instances") { Description = "How many processes of the application run at the same time.", HelpName = "N" };

    private readonly Option<string?> _appRole = new("--app-role") { Description = "The role that the application connects with.", HelpName = "NAME" };

    private readonly Option<int?> _minDays = new("--min-days") { Description = "Days that statistics must cover, instead of what each check asks for.", HelpName = "N" };

    private readonly Option<bool> _printRoleSql = new("--print-role-sql") { Description = "Prints the SQL that makes a role with the least privileges for this, and ends." };

    public void AddTo(Command command)
    {
        _database.AddTo(command);
        foreach (var option in new Option[] { _save, _instances, _appRole, _minDays, _printRoleSql })
            command.Add(option);
        foreach (var option in new Option[] { _save, _appRole })
            option.Validators.Add(CheckOptions.RefuseEmpty);
        _check.AddRunTo(command);
    }

    public bool PrintsRoleSql(ParseResult result) => result.GetValue(_printRoleSql);

    public InspectRequest Read(ParseResult result)
    {
        var run = _check.Read(result);
        return _database.Read(result, run.Paths) with { SaveFile = result.GetValue(_save), IsQuiet = run.Verbosity == Verbosity.Quiet };
    }

    /// <summary>What to do with what was read.</summary>
    public CheckRequest ReadRun(ParseResult result) => _check.Read(result) with { Values = [.. ReadValues(result)] };

    private IEnumerable<(RuleOption Option, string Value)> ReadValues(ParseResult result)
    {
        if (result.GetValue(_instances) is { } instances)
            yield return (LiveOptions.Instances, instances.ToString(CultureInfo.InvariantCulture));
        if (result.GetValue(_appRole) is { } role)
            yield return (LiveOptions.AppRole, role);
        if (result.GetValue(_minDays) is { } days)
            yield return (LiveOptions.MinDays, days.ToString(CultureInfo.InvariantCulture));
    }
}
