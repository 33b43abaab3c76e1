using System;

namespace PrismaLint.Semantics;

/// <summary>The line of Prisma that a schema is written for.</summary>
public enum PrismaVersion
{
    /// <summary>Not known: what either line accepts is accepted.</summary>
    Unknown,

    /// <summary>6.19 and before: the datasource holds <c>url</c>.</summary>
    V6,

    /// <summary>The 7 line: <c>url</c> lives in the Prisma config.</summary>
    V7,

    /// <summary>A Prisma 8 contract (<c>// use prisma-8</c>): another language.</summary>
    V8,
}
