using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Wildgate.Cli.Running;

/// <summary>
/// Answers every request with what arrived, as JSON, so that one sees what a plugin has made of it.
/// </summary>
internal static class Echo
{
    // Of larger bodies the size is shown and the beginning.
    private const int MaxShownBytes = 64 * 1024;

    public static async Task AnswerAsync(HttpContext context)
    {
        var (shown, total) = await ReadBodyAsync(context.Request.Body, context.RequestAborted);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true }))
        {
            Write(writer, context, shown, total);
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.WrittenCount + 1;
        await context.Response.Body.WriteAsync(json.WrittenMemory);
        await context.Response.Body.WriteAsync("\n"u8.ToArray());
    }

    private static async Task<(byte[] Shown, long Total)> ReadBodyAsync(Stream body, CancellationToken cancellation)
    {
        using var shown = new MemoryStream();
        var buffer = new byte[16 * 1024];
        long total = 0;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            total += read;
            shown.Write(buffer, 0, (int)Math.Min(read, MaxShownBytes - shown.Length));
        }

        return (shown.ToArray(), total);
    }

    private static void Write(Utf8JsonWriter writer, HttpContext context, byte[] shown, long total)
    {
        writer.WriteStartObject();
        writer.WriteString("method", context.Request.Method);
        writer.WriteString("path", context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        writer.WriteString("protocol", context.Request.Protocol);
        writer.WriteStartObject("headers");
        foreach (var (name, values) in context.Request.Headers)
        {
            writer.WriteString(name.ToLowerInvariant(), string.Join(", ", values.AsEnumerable()));
        }

        writer.WriteEndObject();
        if (total > 0)
        {
            writer.WriteString("body", Encoding.UTF8.GetString(shown));
            writer.WriteNumber("bodyBytes", total);
        }

        writer.WriteEndObject();
    }
}
