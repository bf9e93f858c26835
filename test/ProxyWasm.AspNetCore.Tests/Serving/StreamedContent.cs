using System.Net;

namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>A request body that a test writes piece by piece.</summary>
internal sealed class StreamedContent(Func<Stream, Task> write) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
