using System.Text;
using System.Text.Json.Nodes;

namespace Firebase.Sample;

/// <summary>
/// Plays what is around a gateway with the firebase-auth plugin: Google's key server, Firebase that signs people in,
/// and an upstream that answers with what it was sent.
/// </summary>
internal static class KeyServerApplication
{
    public const string Project = "my-project";

    /// <summary>Not started yet. It listens where <paramref name="address"/> says, port 0 is any free one.</summary>
    public static WebApplication Create(string address, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(new KeyRing(Project, time));
        builder.Services.AddSingleton<KeyServerState>();
        var app = builder.Build();
        MapKeys(app);
        MapTokens(app);
        app.MapFallback(Echo);
        return app;
    }

    private static void MapKeys(WebApplication app)
    {
        app.MapGet("/jwk", (HttpContext context, KeyRing ring, KeyServerState state) =>
            Answer(context, state, ring.WebKeys));
        app.MapGet("/x509", (HttpContext context, KeyRing ring, KeyServerState state) =>
            Answer(context, state, ring.Certificates));
        app.MapPost("/rotate", (KeyRing ring) => ring.Rotate() + "\n");
        app.MapPost("/outage", (KeyServerState state) => state.SetAway(true));
        app.MapDelete("/outage", (KeyServerState state) => state.SetAway(false));
    }

    private static void MapTokens(WebApplication app)
    {
        app.MapGet("/token", (KeyRing ring, string uid = "cat") =>
            ring.Token(uid, "securetoken.google.com", TimeSpan.FromHours(1)));
        app.MapGet("/cookie", (KeyRing ring, string uid = "cat") =>
            ring.Token(uid, "session.firebase.google.com", TimeSpan.FromDays(5)));
    }

    private static IResult Answer(HttpContext context, KeyServerState state, Func<JsonObject> keys)
    {
        if (!state.TryCount())
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.Headers.CacheControl = "public, max-age=22000, must-revalidate, no-transform";
        return Results.Text(keys().ToJsonString(), "application/json");
    }

    private static IResult Echo(HttpRequest request)
    {
        var text = new StringBuilder($"{request.Method} {request.Path}\n");
        foreach (var (name, value) in request.Headers.Where(
            header => !header.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)))
        {
            text.Append(name.ToLowerInvariant()).Append(": ").Append(value).Append('\n');
        }

        return Results.Text(text.ToString());
    }
}
