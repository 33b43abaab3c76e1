using System.Globalization;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>Writes indented JSON.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;
    private bool _isAfterName;
    private bool _isOneLine;

    public override string ToString() => _text.ToString();

    public JsonWriter StartObject() => Start('{');

    /// <summary>Starts an object that is written on one line; it holds plain values only.</summary>
    public JsonWriter StartLine() => StartLine('{');

    /// <summary>Starts an array that is written on one line; it holds plain values only.</summary>
    public JsonWriter StartArrayLine() => StartLine('[');

    public JsonWriter EndObject() => End('}');

    public JsonWriter StartArray() => Start('[');

    public JsonWriter EndArray() => End(']');

    public JsonWriter Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(": ");
        _isAfterName = true;
        return this;
    }

    public JsonWriter Value(string? value)
    {
        Separate();
        if (value is null)
            _text.Append("null");
        else
            Quote(value);
        return this;
    }

    public JsonWriter Value(int value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A number; what is none in JSON is <c>null</c>.</summary>
    public JsonWriter Value(double value)
    {
        Separate();
        _text.Append(double.IsNaN(value) || double.IsInfinity(value) ? "null" : value.ToString("R", CultureInfo.InvariantCulture));
        return this;
    }

    public JsonWriter Value(bool value)
    {
        Separate();
        _text.Append(value ? "true" : "false");
        return this;
    }

    public JsonWriter Property(string name, string? value) => Name(name).Value(value);

    public JsonWriter Property(string name, int value) => Name(name).Value(value);

    public JsonWriter Property(string name, bool value) => Name(name).Value(value);

    private JsonWriter Start(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
        return this;
    }

    private JsonWriter StartLine(char bracket)
    {
        Start(bracket);
        _isOneLine = true;
        return this;
    }

    private JsonWriter End(char bracket)
    {
        _depth--;
        if (!_isFirst)
            NewLine();
        _text.Append(bracket);
        _isFirst = false;
        _isOneLine = false;
        return this;
    }

    private void Separate()
    {
        if (_isAfterName)
        {
            _isAfterName = false;
            return;
        }
        if (_depth == 0)
            return;
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        NewLine();
    }

    private void NewLine()
    {
        if (_isOneLine)
            _text.Append(' ');
        else
            _text.Append('\n').Append(' ', _depth * 2);
    }

    private void Quote(string value) => JsonText.AppendQuoted(_text, value);
}
