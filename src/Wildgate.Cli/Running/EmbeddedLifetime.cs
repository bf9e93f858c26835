using Microsoft.Extensions.Hosting;

namespace Wildgate.Cli.Running;

/// <summary>
/// The life of a server inside a program that deals with signals itself. The default one would take every SIGINT for
/// itself, so that a second Ctrl-C could not end a program that waits for requests in flight.
/// </summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
