using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Wildgate.Cli.Running;

/// <summary>
/// An upstream for trying plugins: answers every request with what arrived, as JSON, so that one sees what the plugin
/// has made of it. Listens on a free port of the loopback interface.
/// </summary>
internal sealed class EchoUpstream : IAsyncDisposable
{
    // Of larger bodies the size is shown and the beginning.
    private const int MaxShownBytes = 64 * 1024;

    private readonly WebApplication _application;

    private EchoUpstream(WebApplication application, int port)
    {
        _application = application;
        Port = port;
    }

    public int Port { get; }

    public static async Task<EchoUpstream> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = null;
            options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
            options.Listen(System.Net.IPAddress.Loopback, 0);
        });
        var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync(cancellation);
        var address = application.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new EchoUpstream(application, new Uri(address).Port);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
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
