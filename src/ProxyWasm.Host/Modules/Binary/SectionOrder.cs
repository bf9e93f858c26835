namespace ProxyWasm.Host.Modules.Binary;

/// <summary>
/// The order in which sections must appear, each at most once. Ids alone do not give it: two sections were added to the
/// format later and stand in the middle.
/// </summary>
internal struct SectionOrder
{
    private int _last;

    public static string NameOf(byte id) =>
        Position(id) >= 0 ? $"{((SectionId)id).ToString().ToLowerInvariant()} section" : $"unknown section {id}";

    /// <summary>Whether a section with this id may follow those seen before it.</summary>
    public bool Accept(byte id)
    {
        var position = Position(id);
        if (position <= 0)
        {
            return true;
        }

        if (position <= _last)
        {
            return false;
        }

        _last = position;
        return true;
    }

    private static int Position(byte id) => (SectionId)id switch
    {
        SectionId.Custom => 0,
        SectionId.Type => 1,
        SectionId.Import => 2,
        SectionId.Function => 3,
        SectionId.Table => 4,
        SectionId.Memory => 5,
        SectionId.Tag => 6,
        SectionId.Global => 7,
        SectionId.Export => 8,
        SectionId.Start => 9,
        SectionId.Element => 10,
        SectionId.DataCount => 11,
        SectionId.Code => 12,
        SectionId.Data => 13,
        _ => -1,
    };
}
