using System.Text.Json;
using Plugins.Tests.Node;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Asks firebase-admin, Google's own verifier, in Node.js.</summary>
internal static class Oracle
{
    /// <summary>What it says of each token of each phase: null for yes, else why not.</summary>
    public static async Task<string?[][]> JudgeAsync(string project, IEnumerable<OraclePhase> phases)
    {
        if (!Directory.Exists(Path.Combine(NodeProcess.PathOf("oracle"), "node_modules", "firebase-admin")))
        {
            await NodeProcess.RunAsync("oracle", "npm", "", "ci", "--omit=optional", "--ignore-scripts");
        }

        var question = JsonSerializer.Serialize(new
        {
            project,
            phases = phases.Select(phase => new
            {
                now = phase.Now,
                certificates = phase.Keys.ToDictionary(key => key.Id, key => key.Certificate),
                tokens = phase.Cases.Select(one => new { kind = one.Kind.ToString(), token = one.Token }),
            }),
        });
        var verdicts = await NodeProcess.RunAsync("oracle", "node", question, "judge.mjs");
        return JsonSerializer.Deserialize<string?[][]>(verdicts)!;
    }
}
