using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>The report as SARIF 2.1.0, in the shape that code scanning services take.</summary>
public sealed class SarifReport
{
    private const string Root = "SRCROOT";

    // Code scanning services ask for it by name; nothing is fetched from there.
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private readonly SarifOptions _options;
    private readonly string? _root;
    private readonly JsonWriter _json = new();

    private SarifReport(SarifOptions options)
    {
        _options = options;
        _root = options.RootFolder?.Replace('\\', '/').TrimEnd('/');
    }

    public static string Write(LintReport report, SarifOptions options) => new SarifReport(options).WriteLog(report);

    private string WriteLog(LintReport report)
    {
        var diagnostics = report.Diagnostics.Where(diagnostic => !diagnostic.IsConsequence).ToArray();
        var kinds = diagnostics
            .Select(diagnostic => diagnostic.Descriptor)
            .GroupBy(descriptor => descriptor.Id, StringComparer.Ordinal)
            .Select(group => group.First())
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
            .ToArray();
        var indexes = kinds.Select((kind, index) => (kind.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var fingerprints = new Fingerprints();

        _json.StartObject()
            .Property("$schema", Schema)
            .Property("version", "2.1.0")
            .Name("runs").StartArray().StartObject()
            .Name("tool").StartObject().Name("driver").StartObject()
            .Property("name", "PrismaLint")
            .Property("semanticVersion", _options.ToolVersion)
            .Name("rules").StartArray();
        foreach (var kind in kinds)
            WriteRule(kind);
        _json.EndArray().EndObject().EndObject();
        WriteInvocation(report.NotJudged);
        _json.Property("columnKind", "utf16CodeUnits");
        if (_root is not null)
        {
            _json.Name("originalUriBaseIds").StartObject().Name(Root).StartObject();
            _json.Name("description").StartObject().Property("text", "The folder that the run started in").EndObject();
            _json.EndObject().EndObject();
        }
        _json.Name("results").StartArray();
        foreach (var diagnostic in diagnostics)
            WriteResult(diagnostic, indexes[diagnostic.Id], fingerprints.Of(diagnostic, Relative(diagnostic.Location.Path) ?? diagnostic.Location.Path));
        return _json.EndArray().EndObject().EndArray().EndObject() + "\n";
    }

    private void WriteInvocation(IReadOnlyList<NotJudged> notJudged)
    {
        _json.Name("invocations").StartArray().StartObject().Property("executionSuccessful", _options.Problems.Count == 0);
        if (_options.Problems.Count + notJudged.Count > 0)
        {
            _json.Name("toolExecutionNotifications").StartArray();
            foreach (var problem in _options.Problems)
            {
                _json.StartObject().Property("level", "error");
                WriteMessage("message", problem);
                _json.EndObject();
            }
            foreach (var missing in notJudged)
            {
                _json.StartObject().Property("level", "note");
                WriteMessage("message", $"`{missing.Check}` is not judged: {missing.Reason}" + (missing.Remedy is { } remedy ? $"; {remedy}" : ""));
                _json.Name("associatedRule").StartObject().Property("id", missing.RuleId).EndObject().EndObject();
            }
            _json.EndArray();
        }
        _json.EndObject().EndArray();
    }

    private void WriteRule(DiagnosticDescriptor kind)
    {
        _json.StartObject().Property("id", kind.Id).Property("name", kind.Name);
        WriteMessage("shortDescription", kind.Title);
        WriteMessage("fullDescription", kind.Title);
        if (_options.Help.Find(kind.Id) is { } uri)
            _json.Property("helpUri", uri);
        _json.Name("help").StartObject()
            .Property("text", kind.Title)
            .Property("markdown", _options.FindPage(kind.Id) ?? kind.Title)
            .EndObject();
        _json.Name("defaultConfiguration").StartObject().Property("level", Level(kind.DefaultSeverity)).EndObject();
        _json.Name("properties").StartObject().Name("tags").StartArray().Value("prisma").Value(kind.Category).EndArray().EndObject();
        _json.EndObject();
    }

    private void WriteResult(Diagnostic diagnostic, int ruleIndex, string fingerprint)
    {
        _json.StartObject().Property("ruleId", diagnostic.Id).Property("ruleIndex", ruleIndex).Property("level", Level(diagnostic.Severity));
        WriteMessage("message", diagnostic.Message);
        _json.Name("locations").StartArray().StartObject();
        WritePhysicalLocation(diagnostic.Location);
        if (diagnostic.Object is { } name)
            _json.Name("logicalLocations").StartArray().StartObject().Property("fullyQualifiedName", name).EndObject().EndArray();
        _json.EndObject().EndArray();
        if (diagnostic.Related.Count > 0)
            WriteRelated(diagnostic.Related);
        _json.Name("partialFingerprints").StartObject().Property("prismalint/v1", fingerprint).EndObject();
        if (diagnostic.IsSuppressed)
        {
            _json.Name("suppressions").StartArray().StartObject().Property("kind", diagnostic.IsInBaseline ? "external" : "inSource");
            if (diagnostic.SuppressionReason is { Length: > 0 } reason)
                _json.Property("justification", reason);
            _json.EndObject().EndArray();
        }
        if (diagnostic.Fixes.Count > 0)
        {
            _json.Name("fixes").StartArray();
            foreach (var fix in diagnostic.Fixes)
                WriteFix(fix);
            _json.EndArray();
        }
        if (diagnostic.Detail is not null || diagnostic.IsOperational)
            WriteProperties(diagnostic);
        _json.EndObject();
    }

    private void WriteProperties(Diagnostic diagnostic)
    {
        _json.Name("properties").StartObject();
        if (diagnostic.Detail is { } detail)
            _json.Property("detail", detail);
        if (diagnostic.IsOperational)
            _json.Property("operational", true);
        _json.EndObject();
    }

    private void WriteRelated(IReadOnlyList<RelatedLocation> related)
    {
        _json.Name("relatedLocations").StartArray();
        for (var i = 0; i < related.Count; i++)
        {
            _json.StartObject().Property("id", i + 1);
            WritePhysicalLocation(related[i].Location);
            WriteMessage("message", related[i].Message);
            _json.EndObject();
        }
        _json.EndArray();
    }

    private void WriteFix(CodeFix fix)
    {
        _json.StartObject();
        WriteMessage("description", fix.Title);
        _json.Name("artifactChanges").StartArray();
        foreach (var file in fix.Edits.GroupBy(edit => edit.Source.Path, StringComparer.Ordinal))
        {
            _json.StartObject();
            WriteArtifact(file.Key);
            _json.Name("replacements").StartArray();
            foreach (var edit in file)
            {
                _json.StartObject();
                WriteRegion("deletedRegion", new Location(edit.Source, edit.Span));
                _json.Name("insertedContent").StartObject().Property("text", edit.NewText).EndObject().EndObject();
            }
            _json.EndArray().EndObject();
        }
        _json.EndArray().Name("properties").StartObject().Property("safety", ReportWords.Of(fix.Safety)).EndObject().EndObject();
    }

    private void WritePhysicalLocation(Location location)
    {
        _json.Name("physicalLocation").StartObject();
        WriteArtifact(location.Path);
        WriteRegion("region", location);
        _json.EndObject();
    }

    // The byte order mark is no part of the first line's columns in SARIF, as editors do not count it either.
    private void WriteRegion(string name, Location location)
    {
        var hasMark = location.Source.Content.StartsWith('\uFEFF');
        var start = location.Start;
        var end = location.End;
        _json.Name(name).StartObject()
            .Property("startLine", start.Line + 1)
            .Property("startColumn", Column(start, hasMark))
            .Property("endLine", end.Line + 1)
            .Property("endColumn", Column(end, hasMark))
            .EndObject();
    }

    private static int Column(LinePosition position, bool hasMark) =>
        Math.Max(1, position.Character + (hasMark && position.Line == 0 ? 0 : 1));

    private void WriteArtifact(string path)
    {
        _json.Name("artifactLocation").StartObject();
        if (Relative(path) is { } relative)
            _json.Property("uri", UriText.Escape(relative)).Property("uriBaseId", Root);
        else
            _json.Property("uri", PathText.IsAbsolute(path) ? "file://" + (path.StartsWith('/') ? "" : "/") + UriText.Escape(path) : UriText.Escape(path));
        _json.EndObject();
    }

    private string? Relative(string path)
    {
        if (_root is null)
            return null;
        if (path.StartsWith(_root + "/", StringComparison.Ordinal))
            return path.Substring(_root.Length + 1);
        var collapsed = PathText.Collapse(path);
        return PathText.IsAbsolute(path) || collapsed.StartsWith("..", StringComparison.Ordinal) ? null : collapsed;
    }

    private void WriteMessage(string name, string text) => _json.Name(name).StartObject().Property("text", text).EndObject();

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Suggestion => "note",
        _ => "none",
    };
}
