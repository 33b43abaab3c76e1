using System;

namespace PrismaLint.PostgreSql;

/// <summary>A database that could not be inspected. Its message is for users, and holds no password; it keeps no exception of others, whose texts might.</summary>
public sealed class InspectionException : Exception
{
    public InspectionException(InspectionFailure kind, string message)
        : base(message) => Kind = kind;

    public InspectionFailure Kind { get; }
}
