using Spectre.Console;

namespace Wildgate.Cli.Output;

/// <summary>
/// A table for people and for <c>awk</c>: upper-case headers, columns two spaces apart, one line per row.
/// </summary>
internal sealed class TextTable(params string[] headers)
{
    private readonly List<(string[] Cells, Style Style)> _rows = [];

    public void Add(params string[] cells) => Add(Style.Plain, cells);

    public void Add(Style style, params string[] cells) => _rows.Add(([.. cells.Select(TerminalText.Clean)], style));

    public void Write(StyledWriter console)
    {
        var widths = headers
            .Select((header, column) => _rows.Select(row => row.Cells[column].Length).Append(header.Length).Max())
            .ToArray();
        console.WriteLine(Line(headers, widths), new Style(decoration: Decoration.Bold));
        foreach (var (cells, style) in _rows)
        {
            console.WriteLine(Line(cells, widths), style);
        }
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
}
