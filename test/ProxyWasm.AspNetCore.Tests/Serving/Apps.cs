using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>Applications behind the plugins.</summary>
internal static class Apps
{
    public static readonly RequestDelegate Hello = context => context.Response.WriteAsync("hello");

    /// <summary>Writes the request back as text: line, headers in order of their names, body.</summary>
    public static readonly RequestDelegate Mirror = async context =>
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var text = new StringBuilder();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        text.Append($"{context.Request.Method} {target} {context.Request.Path}|{context.Request.QueryString}\n");
        foreach (var (name, values) in context.Request.Headers.OrderBy(field => field.Key, StringComparer.OrdinalIgnoreCase))
        {
            text.Append($"{name.ToLowerInvariant()}: {string.Join('|', values.ToArray())}\n");
        }

        text.Append($"\n{body}");
        context.Response.ContentType = "text/plain; charset=iso-8859-1";
        await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(text.ToString()), context.RequestAborted);
    };

    /// <summary>Sends the request body back as it comes.</summary>
    public static readonly RequestDelegate Echo = async context =>
    {
        context.Response.ContentType = context.Request.ContentType;
        await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
    };
}
