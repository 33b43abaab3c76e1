using System;

namespace PrismaLint.Cli;

/// <summary>Arguments or files that a run cannot start with; the message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
