using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>A header in brackets and the settings below it.</summary>
/// <param name="Name">What is between the brackets; empty for the lines above the first header.</param>
/// <param name="NameSpan">Where that is.</param>
/// <param name="Settings">In the order of the text.</param>
internal sealed record ConfigurationSection(string Name, TextSpan NameSpan, IReadOnlyList<ConfigurationSetting> Settings);
