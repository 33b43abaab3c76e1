using System.Collections.Generic;
using System.CommandLine;

namespace PrismaLint.Cli.Commands;

/// <summary>The options that say which database to look at, and what of it.</summary>
internal sealed class DatabaseOptions
{
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

    private readonly Option<string[]> _schema = new("--schema")
    {
        Description = "A schema of the database to look at, instead of those that the Prisma schema speaks of. Repeatable.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _noRoles = new("--no-roles") { Description = "Gives roles made-up names." };

    private readonly Option<bool> _noStatements = new("--no-statements") { Description = "Leaves out `pg_stat_statements`." };

    private readonly Option<bool> _migrations = new("--applied-migrations") { Description = "Reads names, checksums and times in `_prisma_migrations`: the only table that ever is." };

    /// <summary>Somebody says where the database is: it is to be looked at.</summary>
    public bool IsTold(ParseResult result) => result.GetValue(_url) is not null || result.GetValue(_urlVariable) is not null || result.GetValue(_environmentFile) is not null;

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _url, _urlVariable, _environmentFile, _schema, _noRoles, _noStatements, _migrations })
            command.Add(option);
        foreach (var option in new Option[] { _url, _urlVariable, _environmentFile })
            option.Validators.Add(CheckOptions.RefuseEmpty);
    }

    public InspectRequest Read(ParseResult result, IReadOnlyList<string> paths)
    {
        var request = new InspectRequest
        {
            Paths = paths,
            Url = result.GetValue(_url),
            UrlVariable = result.GetValue(_urlVariable),
            EnvironmentFile = result.GetValue(_environmentFile),
            Schemas = result.GetValue(_schema) ?? [],
            WithoutRoles = result.GetValue(_noRoles),
            WithoutStatements = result.GetValue(_noStatements),
            ReadsMigrations = result.GetValue(_migrations),
        };
        return request is { Url: not null, UrlVariable: not null } ? throw new UsageException("`--url` and `--url-env` both say where the database is: one of the two") : request;
    }
}
