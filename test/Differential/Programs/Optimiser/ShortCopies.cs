namespace Optimiser;

/// <summary>Copies of every short length, apart and overlapping, and nothing beyond them changes.</summary>
public static unsafe class ShortCopies
{
    private static readonly byte[] s_bytes = new byte[100];

    public static void Run()
    {
        var hash = 17;
        for (var length = 0; length <= 40; length++)
        {
            for (var distance = -9; distance <= 9; distance++)
            {
                Fill();
                s_bytes.AsSpan(20, length).CopyTo(s_bytes.AsSpan(20 + distance));
                hash = Combined(hash);
            }

            Fill();
            Array.Copy(s_bytes, 3, s_bytes, 50, length);
            Buffer.BlockCopy(s_bytes, 0, s_bytes, 1, length);
            hash = Combined(hash);
            Fill();
            s_bytes.AsSpan(11, length).Clear();
            s_bytes.AsSpan(60, length).Fill(0xEE);
            hash = Combined(hash);
            Out.Line($"{length} {hash}");
        }

        for (var length = 0; length < 24; length++)
        {
            var text = "0123456789abcdefghijklmnopqrstuvwxyz"[..length];
            Out.Line($"{text}|{text.Substring(length / 2)}|{text + text}|{text.Insert(length / 3, "<>")}|{text.Length}");
        }
    }

    private static void Fill()
    {
        for (var i = 0; i < s_bytes.Length; i++)
        {
            s_bytes[i] = (byte)(i * 7);
        }
    }

    private static int Combined(int hash)
    {
        foreach (var value in s_bytes)
        {
            hash = (hash * 31) + value;
        }

        return hash;
    }
}
