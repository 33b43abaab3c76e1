using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>A function or procedure (<c>pg_proc</c>), those of extensions left out.</summary>
public sealed class DatabaseFunction
{
    internal DatabaseFunction(CatalogRow row)
    {
        Schema = row.Text("schema");
        Name = row.Text("name");
        Arguments = row.Text("args");
        IsSecurityDefiner = row.Flag("secdef");
        Configuration = row.Texts("config");
        Owner = row.Text("owner");
        Language = row.Text("lang");
        IsTrigger = row.Flag("is_trigger");
        IsExecutableByPublic = row.Flag("pub");
        HasSqlBody = row.Flag("sql_body");
    }

    public string Schema { get; }

    public string Name { get; }

    /// <summary>The types of its arguments, as the server prints them.</summary>
    public string Arguments { get; }

    /// <summary><c>schema.name(arguments)</c></summary>
    public string QualifiedName => Schema + "." + Name + "(" + Arguments + ")";

    public bool IsSecurityDefiner { get; }

    /// <summary>Its <c>SET search_path</c> and <c>SET role</c>, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Configuration { get; }

    public string Owner { get; }

    public string Language { get; }

    /// <summary>It returns <c>trigger</c> or <c>event_trigger</c> and cannot be called.</summary>
    public bool IsTrigger { get; }

    public bool IsExecutableByPublic { get; }

    /// <summary>Its body is SQL that was read when it was made (<c>BEGIN ATOMIC</c>, 14 and later): no name in it is looked up later.</summary>
    public bool HasSqlBody { get; }
}
