#if NET
using System.Runtime.CompilerServices;

// `init` is part of a setter's signature. Whoever is compiled against the netstandard2.0 assembly asks for the type in
// Polyfills.cs, and may well run with this one.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
