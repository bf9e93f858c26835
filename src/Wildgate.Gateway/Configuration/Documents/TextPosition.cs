using YamlDotNet.Core;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>A place in the text; lines and columns count from 1, <see cref="None"/> is no place.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition None => default;

    public static TextPosition Of(Mark mark) => new(Narrow(mark.Line), Narrow(mark.Column));

    /// <summary>This place, or the end if that comes first: the parser's marks may lie behind the text.</summary>
    public TextPosition AtMost(TextPosition end) =>
        Line > end.Line || (Line == end.Line && Column > end.Column) ? end : this;

    private static int Narrow(long value) => (int)Math.Clamp(value, 0, int.MaxValue);
}
