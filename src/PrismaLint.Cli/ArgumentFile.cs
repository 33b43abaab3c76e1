using System;
using System.Collections.Generic;
using System.IO;

namespace PrismaLint.Cli;

/// <summary>Arguments from files: <c>@file</c>, an argument a line, in quotes or without.</summary>
internal static class ArgumentFile
{
    public static List<string> Expand(string[] args)
    {
        var expanded = new List<string>(args.Length);
        foreach (var arg in args)
        {
            if (arg.Length > 1 && arg[0] == '@')
                expanded.AddRange(Read(arg[1..]));
            else
                expanded.Add(arg);
        }
        return expanded;
    }

    private static IEnumerable<string> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file of arguments `{path}` cannot be read");
        }
        foreach (var line in lines)
        {
            var argument = line.Trim();
            if (argument.Length >= 2 && argument[0] is '"' or '\'' && argument[^1] == argument[0])
                argument = argument[1..^1];
            else if (argument.Length == 0)
                continue;
            yield return argument;
        }
    }
}
