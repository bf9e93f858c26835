using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>
/// The library's parser, whose every failure is a <see cref="YamlException"/>. By itself it lets other exceptions out
/// for a few broken texts, such as the escape "\UFFFFFFFF" or the tag "!&lt;&gt;".
/// </summary>
internal sealed class GuardedParser(string text) : IParser
{
    private readonly Parser _parser = new(new StringReader(text));

    public ParsingEvent? Current => _parser.Current;

    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException
            or IndexOutOfRangeException or InvalidOperationException)
        {
            var last = Current?.End ?? Mark.Empty;
            throw new YamlException(last, last, "The text that follows makes no sense.", failure);
        }
    }
}
