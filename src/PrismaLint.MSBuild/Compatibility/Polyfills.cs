// What the C# 14 compiler and the engine look up by name and the targets lack.
#pragma warning disable IDE0130 // The namespaces are the compiler's and the engine's, not the folder's.

using System;
using System.ComponentModel;

namespace System.Runtime.CompilerServices
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit;
}

namespace Microsoft.Build.Framework
{
    /// <summary>
    /// Lets a multithreaded build run the task in its own process. The engine goes by the name; the interface of the same
    /// purpose would make the task unloadable on an engine that lacks it.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
}
