using System.Net;

namespace Wildgate.Gateway.Tests.Serving;

/// <summary>A request body of dots, each sent after a pause.</summary>
internal sealed class SlowContent(int pieces, TimeSpan pause) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var i = 0; i < pieces; i++)
        {
            await stream.WriteAsync("."u8.ToArray());
            await stream.FlushAsync();
            await Task.Delay(pause);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
