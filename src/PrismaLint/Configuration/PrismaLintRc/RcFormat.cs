namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>How a configuration of prisma-lint is written.</summary>
internal enum RcFormat
{
    Json,
    Yaml,

    /// <summary>The member <c>prismalint</c> of a <c>package.json</c>.</summary>
    Manifest,

    /// <summary>A program, which is not run.</summary>
    Script,
}
