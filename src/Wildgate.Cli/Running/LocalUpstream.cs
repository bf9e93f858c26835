using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Wildgate.Cli.Running;

/// <summary>A service for trying plugins, on a free port of the loopback interface.</summary>
internal sealed class LocalUpstream : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LocalUpstream(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<LocalUpstream> StartAsync(RequestDelegate answer, CancellationToken cancellation)
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
        application.Run(answer);
        await application.StartAsync(cancellation);
        var address = application.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new LocalUpstream(application, new Uri(address));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
