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

    private readonly Option<string?> _url = new("--url")
    {
        Description = "The URL of the database. Command lines are visible to others on the machine: a variable is better.",
        HelpName = "URL",
    };

    private readonly Option<string?> _urlVariable = new("--url-env")
    {
        Description = "The environment variable that holds the URL. Default: `DIRECT_URL`, `DATABASE_URL`, then the one that the schema or `prisma.config.ts` names.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _environmentFile = new("--env-file") { Description = "Reads variables from a file such as `.env`; no such file is read unasked.", HelpName = "FILE" };

    private readonly Option<string?> _save = new("--save") { Description = "Keeps what was read in a file, for `check --snapshot`.", HelpName = "FILE" };

    private readonly Option<string[]> _schema = new("--schema")
    {
        Description = "A schema of the database to look at, instead of those that the Prisma schema speaks of. Repeatable.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _noRoles = new("--no-roles") { Description = "Gives roles made-up names." };

    private readonly Option<bool> _noStatements = new("--no-statements") { Description = "Leaves out `pg_stat_statements`." };

    private readonly Option<bool> _migrations = new("--applied-migrations") { Description = "Reads names, checksums and times in `_prisma_migrations`: the only table that ever is." };

    private readonly Option<int?> _instances = new("--instances") { Description = "How many processes of the application run at the same time.", HelpName = "N" };

    private readonly Option<string?> _appRole = new("--app-role") { Description = "The role that the application connects with.", HelpName = "NAME" };

    private readonly Option<int?> _minDays = new("--min-days") { Description = "Days that statistics must cover, instead of what each check asks for.", HelpName = "N" };

    private readonly Option<bool> _printRoleSql = new("--print-role-sql") { Description = "Prints the SQL that makes a role with the least privileges for this, and ends." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _url, _urlVariable, _environmentFile, _save, _schema, _noRoles, _noStatements, _migrations, _instances, _appRole, _minDays, _printRoleSql })
            command.Add(option);
        foreach (var option in new Option[] { _url, _urlVariable, _environmentFile, _save, _appRole })
            option.Validators.Add(CheckOptions.RefuseEmpty);
        _check.AddRunTo(command);
    }

    public bool PrintsRoleSql(ParseResult result) => result.GetValue(_printRoleSql);

    public InspectRequest Read(ParseResult result)
    {
        var run = _check.Read(result);
        var request = new InspectRequest
        {
            Paths = run.Paths,
            Url = result.GetValue(_url),
            UrlVariable = result.GetValue(_urlVariable),
            EnvironmentFile = result.GetValue(_environmentFile),
            SaveFile = result.GetValue(_save),
            Schemas = result.GetValue(_schema) ?? [],
            WithoutRoles = result.GetValue(_noRoles),
            WithoutStatements = result.GetValue(_noStatements),
            ReadsMigrations = result.GetValue(_migrations),
            IsQuiet = run.Verbosity == Verbosity.Quiet,
        };
        return request is { Url: not null, UrlVariable: not null } ? throw new UsageException("`--url` and `--url-env` both say where the database is: one of the two") : request;
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
