namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class NearestName
{
    // Longer words are no typing errors of a field name, and comparing them costs time.
    private const int Longest = 64;

    // A configuration may define tens of thousands of names, and a suggestion is not worth seconds.
    private const int MostCandidates = 1000;

    /// <summary>
    /// The candidate that differs least, or null when all differ in more than a third of their letters.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            var distance = candidate.Length > Longest ? int.MaxValue : Distance(Fold(name), Fold(candidate));
            if (distance < least && distance <= Math.Max(1, candidate.Length / 3))
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    // portValue, port-value and PORT_VALUE all mean port_value.
    private static string Fold(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
