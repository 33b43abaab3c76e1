namespace PrismaLint.Planning.Document;

/// <summary>What a piece of SQL is for, and so when it runs.</summary>
public enum SqlRole
{
    /// <summary>Changes the structure, rights or settings of the database; section 7 has its step, its order and its way back.</summary>
    Change,

    /// <summary>Takes a change back.</summary>
    Rollback,

    /// <summary>Reads whether a change has done its work.</summary>
    Verification,

    /// <summary>Reads what must not be there: no row, in a database without faults.</summary>
    Integrity,

    /// <summary>A query of the application, with parameters <c>$1</c>, <c>$2</c> …: it can be prepared in the database as it is before any change.</summary>
    Query,

    /// <summary>Reads statistics and catalogs.</summary>
    Monitoring,

    /// <summary>Writes rows for a test, in a database that is made for it.</summary>
    Seed,

    /// <summary>A shape to be filled in, shown and not run: it holds names that nobody but the reader knows.</summary>
    Template,
}
