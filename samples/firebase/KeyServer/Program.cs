using Firebase.Sample;

const string Address = "http://127.0.0.1:9099";

await using var app = KeyServerApplication.Create(Address, TimeProvider.System);
Console.WriteLine($"""
    Keys, tokens and an upstream on {Address}
      GET  /token?uid=cat   an ID token          GET /cookie?uid=cat  a session cookie
      POST /rotate          the next key signs   POST, DELETE /outage the keys are away, and back
    Everything else answers with the request. Ctrl+C ends it.
    """);
await app.RunAsync();
