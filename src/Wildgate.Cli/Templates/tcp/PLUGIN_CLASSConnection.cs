using System.Text;

/// <summary>One connection of a protocol in which a client sends commands, a line each.</summary>
public sealed class PLUGIN_CLASSConnection(PLUGIN_CLASSConfig config) : TcpFilter
{
    private static readonly Counter Commands = new("commands");
    private static readonly Counter Denials = new("denials");

    protected override FilterAction OnDownstreamData(TcpData data)
    {
        var bytes = data.Read();
        if (!data.IsLast && (bytes.IsEmpty || bytes[^1] != '\n'))
        {
            // Wait for the rest of the line: the host brings all of it again.
            return FilterAction.Pause;
        }

        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (!IsAllowed(line))
            {
                Denials.Add();
                Close();
                return FilterAction.Pause;
            }

            Commands.Add();
        }

        return FilterAction.Continue;
    }

    private bool IsAllowed(ReadOnlySpan<byte> line)
    {
        foreach (var denied in config.Denied)
        {
            var word = Encoding.UTF8.GetBytes(denied);
            if (line.StartsWith(word) && (line.Length == word.Length || line[word.Length] is (byte)' ' or (byte)'\r'))
            {
                return false;
            }
        }

        return true;
    }
}
