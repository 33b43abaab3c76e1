using System.Globalization;
using System.Text;

namespace PrismaLint.Reporting;

/// <summary>Writes indented JSON. Of the JSON libraries none is at hand on netstandard2.0 without a dependency.</summary>
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
    public JsonWriter StartLine()
    {
        Start('{');
        _isOneLine = true;
        return this;
    }

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

    private void Quote(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
                _text.Append('\\').Append(c);
            else if (c == '\n')
                _text.Append("\\n");
            else if (c == '\r')
                _text.Append("\\r");
            else if (c == '\t')
                _text.Append("\\t");
            else if (c < ' ' || c is '\u007F' or '\u2028' or '\u2029' or '\uFEFF' || IsLoneSurrogate(value, i))
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                _text.Append(c);
        }
        _text.Append('"');
    }

    // Half a character cannot be written as UTF-8.
    private static bool IsLoneSurrogate(string value, int index) =>
        char.IsHighSurrogate(value[index]) ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
        : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
}
